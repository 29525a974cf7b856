import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Bot, webhookCallback } from 'grammy'

import { botToken } from './scene.ts'

/** What one writes first: for every tap three calls of Payload's REST API, then the answer. */
const [apiRoot = '', secretToken = '', cms = '', course = ''] = process.argv.slice(2)

type Found = { docs: { id: number; title: string; content: string }[] }

const call = async <Answer>(path: string, init?: RequestInit): Promise<Answer> => {
  const response = await fetch(`${cms}/api/${path}`, init)
  if (!response.ok) throw new Error(`${path} was answered ${response.status}`)
  return (await response.json()) as Answer
}
const find = async (collection: string, where: Record<string, string | number>) => {
  const query = new URLSearchParams({ limit: '1', depth: '0' })
  for (const [field, value] of Object.entries(where)) query.append(`where[${field}][equals]`, String(value))
  const [doc] = (await call<Found>(`${collection}?${query}`)).docs
  if (doc === undefined) throw new Error(`nothing found in ${collection}`)
  return doc
}

const bot = new Bot(botToken, { client: { apiRoot } })
bot.callbackQuery(/^next:(\d+)$/, async (ctx) => {
  const orderIndex = Number(ctx.match[1])
  const enrollment = await find('enrollments', { telegramId: ctx.from.id, course })
  const step = await find('steps', { course, orderIndex })
  await call('progress?depth=0', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ enrollment: enrollment.id, step: step.id, isCompleted: true }),
  })
  await ctx.answerCallbackQuery()
  await ctx.reply(`${step.title}\n\n${step.content}`, {
    reply_markup: {
      inline_keyboard: [
        [
          { text: '← Back', callback_data: `back:${orderIndex}` },
          { text: 'Next →', callback_data: `next:${orderIndex + 1}` },
        ],
        [{ text: 'Contents', callback_data: 'contents' }],
      ],
    },
  })
})
await bot.init()
const server = createServer(webhookCallback(bot, 'http', { secretToken }))
server.listen(0, '127.0.0.1', () =>
  process.send?.({ type: 'ready', port: (server.address() as AddressInfo).port }),
)
process.on('disconnect', () => process.exit())
