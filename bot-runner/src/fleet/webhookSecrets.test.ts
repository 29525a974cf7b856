import { describe, expect, it } from 'vitest'

import { deriveWebhookSecret, parseKeyRing } from '../../../src/contracts/tokenSeal.ts'
import { buildBot } from '../testing/testBot.ts'
import { createWebhookSecrets } from './webhookSecrets.ts'

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`
const ring = parseKeyRing(`${key('new', 1)},${key('old', 2)}`)

describe('webhookSecrets', () => {
  it('should know a bot’s secret, at once from the second time on', async () => {
    const bot = await buildBot()
    const secrets = createWebhookSecrets(ring)
    const secret = await deriveWebhookSecret(ring, bot)
    expect(await secrets.matches(bot, secret)).toBe(true)
    expect(secrets.matches(bot, secret)).toBe(true)
  })

  it('should refuse anything else', async () => {
    const bot = await buildBot()
    const secrets = createWebhookSecrets(ring)
    const ofOther = await deriveWebhookSecret(ring, await buildBot())
    const ofNext = await deriveWebhookSecret(ring, { ...bot, secretVersion: 1 })
    for (const candidate of [undefined, '', 'x', ofOther, ofNext, `${ofOther}x`])
      expect(await secrets.matches(bot, candidate)).toBe(false)
  })

  it('should still take the secret of an older key', async () => {
    const bot = await buildBot()
    const secret = await deriveWebhookSecret(parseKeyRing(key('old', 2)), bot)
    expect(await createWebhookSecrets(ring).matches(bot, secret)).toBe(true)
  })
})
