import { describe, expect, it } from 'vitest'
import { isInstallCurrent } from './isInstallCurrent.mjs'

const locked = {
  '': { version: '1.0.0' },
  'bot-runner': { version: '1.0.0' },
  'node_modules/pg': { version: '8.20.0', integrity: 'sha512-a' },
  'node_modules/pg/node_modules/ms': { version: '2.0.0', integrity: 'sha512-b' },
  'node_modules/only-on-mac': { version: '1.0.0', integrity: 'sha512-c', optional: true },
}
const installed = {
  'node_modules/pg': { version: '8.20.0', integrity: 'sha512-a' },
  'node_modules/pg/node_modules/ms': { version: '2.0.0', integrity: 'sha512-b' },
}

describe('isInstallCurrent', () => {
  it("should take a tree that lacks only other platforms' packages", () => {
    expect(isInstallCurrent(locked, installed)).toBe(true)
  })

  it('should refuse a missing package', () => {
    expect(isInstallCurrent(locked, { 'node_modules/pg': installed['node_modules/pg'] })).toBe(false)
  })

  it('should refuse another version and other content of the same version', () => {
    const other = { ...installed, 'node_modules/pg': { version: '8.21.0', integrity: 'sha512-a' } }
    const forged = { ...installed, 'node_modules/pg': { version: '8.20.0', integrity: 'sha512-z' } }
    expect(isInstallCurrent(locked, other)).toBe(false)
    expect(isInstallCurrent(locked, forged)).toBe(false)
  })
})
