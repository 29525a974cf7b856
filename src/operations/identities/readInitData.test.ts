import { createHmac, generateKeyPairSync, sign } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { webAppKey } from '../../contracts/webAppKey.ts'
import { readInitData, type InitDataProof } from './readInitData.ts'

/** Published examples of Telegram’s own initData, whose bots are long gone. */
const hashed =
  'query_id=AAHdF6IQAAAAAN0XohDhrOrc&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%22%2C%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%7D&auth_date=1662771648&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2'
const hashedBy = ['5768337691', 'AAH5YkoiEuPk8-FZa32hStHTqXiLPtAEhx8'].join(':')
const signed =
  'user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%20%2B%20-%20%3F%20%5C%2F%22%2C%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%2C%22allows_write_to_pm%22%3Atrue%2C%22photo_url%22%3A%22https%3A%5C%2F%5C%2Ft.me%5C%2Fi%5C%2Fuserpic%5C%2F320%5C%2F4FPEE4tmP3ATHa57u6MqTDih13LTOiMoKoLDRG4PnSA.svg%22%7D&chat_instance=8134722200314281151&chat_type=private&auth_date=1733584787&hash=2174df5b000556d044f3f020384e879c8efcab55ddea2ced4eb752e93e7080d6&signature=zL-ucjNyREiHDE8aihFwpfR9aggP2xiAo3NSpfe-p7IbCisNlDKlo7Kb6G4D0Ao2mBrSgEk4maLSdv6MLIlADQ'

const hash: InitDataProof = { kind: 'hash', webAppKey: await webAppKey(hashedBy) }
const signature: InitDataProof = {
  kind: 'signature',
  publicKey: 'e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d',
  telegramBotId: 7342037359,
}
const hashOfSigned: InitDataProof = {
  kind: 'hash',
  webAppKey: 'c0881d6d547967540dcb06d7378a2c2b2c79a8f915ae70a4a37a8a04de0da32b',
}

/** The text with each of its bytes changed in each of its bits, one at a time. */
const flipped = function* (text: string) {
  const bytes = Buffer.from(text)
  for (let index = 0; index < bytes.length; index++)
    for (let bit = 0; bit < 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[index]! ^= 1 << bit
      yield changed.toString('latin1')
    }
}

describe('readInitData', () => {
  it('should believe Telegram’s hash', () => {
    expect(readInitData(hashed, [hash])).toMatchObject({
      user: { id: 279058397, first_name: 'Vladislav', username: 'vdkfrost' },
      authDate: 1662771648,
    })
  })

  it('should believe Telegram’s signature, also beside the hash', () => {
    expect(readInitData(signed, [signature])?.user.first_name).toBe('Vladislav + - ? /')
    expect(readInitData(signed, [signature, hashOfSigned])?.user.id).toBe(279058397)
  })

  it('should believe nothing of which a single bit was changed', () => {
    for (const text of flipped(hashed)) expect(readInitData(text, [hash]), text).toBeNull()
    for (const text of flipped(signed)) expect(readInitData(text, [signature, hashOfSigned]), text).toBeNull()
  })

  it('should not take a signature for another bot’s, nor a hash alone where both are asked for', () => {
    expect(readInitData(signed, [{ ...signature, telegramBotId: 7342037358 }])).toBeNull()
    expect(readInitData(hashed, [hash, { ...signature, telegramBotId: 5768337691 }])).toBeNull()
  })

  it('should believe nobody who says a thing twice, or says nothing of themselves', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const proof: InitDataProof = {
      kind: 'signature',
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
      telegramBotId: 5,
    }
    const signedBy = (fields: [string, string][]) => {
      const text = fields
        .map(([name, value]) => `${name}=${value}`)
        .sort()
        .join('\n')
      const own = sign(null, Buffer.from(`5:WebAppData\n${text}`), privateKey).toString('base64url')
      return new URLSearchParams([...fields, ['signature', own]]).toString()
    }
    const user: [string, string] = ['user', '{"id":7,"first_name":"Ann"}']
    const date: [string, string] = ['auth_date', '1700000000']
    expect(readInitData(signedBy([user, date]), [proof])?.user.id).toBe(7)
    expect(readInitData(signedBy([user, user, date]), [proof])).toBeNull()
    expect(readInitData(signedBy([date]), [proof])).toBeNull()
    expect(readInitData(signedBy([user]), [proof])).toBeNull()
    expect(readInitData(signedBy([['user', '{"id":"7"}'], date]), [proof])).toBeNull()
    expect(readInitData('', [proof])).toBeNull()
  })

  it('should derive the key as Telegram does', async () => {
    const expected = createHmac('sha256', 'WebAppData').update('1:abc').digest('hex')
    expect(await webAppKey('1:abc')).toBe(expected)
  })
})
