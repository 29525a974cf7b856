import { describe, expect, it } from 'vitest'

import { maskAddress } from './maskAddress.ts'

describe('maskAddress', () => {
  it.each([
    ['ann@example.com', 'a***@example.com'],
    ['a@example.com', 'a***@example.com'],
    ['é.long.name@example.com', 'é***@example.com'],
  ])('should show of %s only %s', (address, shown) => expect(maskAddress(address)).toBe(shown))
})
