import { createHash, createHmac } from 'node:crypto'

import { expect, it } from 'vitest'

import { testEmulator } from '../testing/testEmulator.ts'

const site = 'https://example.org'

it('should send whoever is chosen back with fields that the bot’s token proves', async () => {
  const { url, client, createBot } = await testEmulator()
  const bot = await createBot()
  const { id } = await client.createPerson({ first_name: 'Ann <b>', username: 'ann_b' })
  const query = new URLSearchParams({
    bot_id: bot.token.split(':')[0] ?? '',
    origin: site,
    return_to: `${site}/back?a=1&b=2`,
  })
  const html = await (await fetch(`${url}/auth?${query}`)).text()
  expect(html).toContain('Ann &lt;b&gt; (@ann_b)')
  const [, href = ''] = new RegExp(`data-person="${id}" href="([^"]+)"`).exec(html) ?? []
  const back = new URL(href.replaceAll('&amp;', '&'))
  expect(back.origin + back.pathname + back.search).toBe(`${site}/back?a=1&b=2`)
  const result = back.hash.replace('#tgAuthResult=', '')
  const { hash, ...fields } = JSON.parse(Buffer.from(result, 'base64url').toString()) as Record<
    string,
    string
  >
  const lines = Object.entries(fields).map(([name, value]) => `${name}=${value}`)
  const key = createHash('sha256').update(bot.token).digest()
  expect(hash).toBe(createHmac('sha256', key).update(lines.sort().join('\n')).digest('hex'))
  expect(fields).toMatchObject({ id, first_name: 'Ann <b>', username: 'ann_b' })
})

it('should refuse unknown bots, and ways back to another site', async () => {
  const { url, createBot } = await testEmulator()
  const bot = await createBot()
  const ask = async (query: Record<string, string>) =>
    (await fetch(`${url}/auth?${new URLSearchParams(query)}`)).status
  const botId = bot.token.split(':')[0] ?? ''
  expect(await ask({ bot_id: '1', origin: site, return_to: site })).toBe(404)
  expect(await ask({ bot_id: botId, origin: site, return_to: 'https://evil.example' })).toBe(400)
  expect(await ask({ bot_id: botId, origin: site, return_to: 'javascript:alert(1)' })).toBe(400)
})
