import { expect, it } from 'vitest'

import { ExpiringMap } from './expiringMap.ts'

it('should give what it holds for as long as it lasts', () => {
  const map = new ExpiringMap<{ expiresAt: number }>(10)
  map.put('a', { expiresAt: 5 }, 0)
  expect(map.get('a', 4)).toEqual({ expiresAt: 5 })
  expect(map.get('a', 5)).toBeUndefined()
})

it('should forget what has expired, and the oldest when there are too many', () => {
  const map = new ExpiringMap<{ expiresAt: number }>(2)
  map.put('a', { expiresAt: 5 }, 0)
  map.put('b', { expiresAt: 6 }, 5)
  expect(map.size).toBe(1)
  for (const id of ['c', 'd', 'e']) map.put(id, { expiresAt: 100 }, 5)
  expect(map.size).toBe(2)
  expect(map.get('c', 5)).toBeUndefined()
  expect(map.get('e', 5)).toBeTruthy()
})
