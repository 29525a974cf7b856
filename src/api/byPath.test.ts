import { describe, expect, it } from 'vitest'

import { byPath } from './byPath.ts'

describe('byPath', () => {
  it('should put words before parameters that would take them, and routes of one path together', () => {
    const routes = [
      { path: '/a/{id}', method: 'get' },
      { path: '/a/{id}/b', method: 'get' },
      { path: '/a/{zone}/{id}', method: 'get' },
      { path: '/a/new', method: 'get' },
      { path: '/a/{id}', method: 'put' },
    ] as const
    const found = byPath([...routes]).map(([path, { length }]) => [path, length])
    expect(found).toEqual([
      ['/a/new', 1],
      ['/a/:id', 2],
      ['/a/:id/b', 1],
      ['/a/:zone/:id', 1],
    ])
  })
})
