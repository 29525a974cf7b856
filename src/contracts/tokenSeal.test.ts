import { describe, expect, it } from 'vitest'

import { deriveWebhookSecret, openToken, parseKeyRing, sealToken } from './tokenSeal.ts'

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`
const token = '123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0'

describe('tokenSeal', () => {
  it('should open what it sealed, and show nothing of the token', async () => {
    const ring = parseKeyRing(key('a', 1))
    const sealed = await sealToken(ring, token)
    expect(sealed).not.toContain('AAHdq')
    expect(await openToken(ring, sealed)).toBe(token)
    expect(await sealToken(ring, token)).not.toBe(sealed)
  })

  it('should open with an older key after rotation', async () => {
    const sealed = await sealToken(parseKeyRing(key('old', 1)), token)
    const ring = parseKeyRing(`${key('new', 2)},${key('old', 1)}`)
    expect(await openToken(ring, sealed)).toBe(token)
    expect(await sealToken(ring, token)).toMatch(/^v1\.new\./)
  })

  it('should refuse a changed ciphertext and an unknown key', async () => {
    const ring = parseKeyRing(key('a', 1))
    const sealed = await sealToken(ring, token)
    const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')
    await expect(openToken(ring, changed)).rejects.toThrow()
    await expect(openToken(parseKeyRing(key('b', 1)), sealed)).rejects.toThrow('no key a')
  })

  it('should name the bad key without showing it', () => {
    expect(() => parseKeyRing(`${key('a', 1)},b:c2hvcnQ=`)).toThrow('key 2')
    expect(() => parseKeyRing(`${key('a', 1)},${key('a', 2)}`)).toThrow('same id')
  })

  it('should derive another webhook secret for another version or bot', async () => {
    const ring = parseKeyRing(key('a', 1))
    const secret = await deriveWebhookSecret(ring, { key: 'k', secretVersion: 0 })
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(await deriveWebhookSecret(ring, { key: 'k', secretVersion: 1 })).not.toBe(secret)
    expect(await deriveWebhookSecret(ring, { key: 'l', secretVersion: 0 })).not.toBe(secret)
  })
})
