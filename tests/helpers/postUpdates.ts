import type { Payload } from 'payload'

import { deriveWebhookSecret, parseKeyRing } from '../../src/contracts/tokenSeal.ts'
import type { Stack } from './startStack.ts'

/** Above all that the emulator gives in a test. */
let lastUpdateId = 2_000_000_000

type Person = { id: number; first_name?: string }

/** Delivers whatever there is to a course's bot, as Telegram does: for what the emulator's people cannot do. */
export const postUpdates = async (payload: Payload, stack: Pick<Stack, 'runnerUrl'>, courseId: string) => {
  const { rows } = await payload.db.pool.query<{ key: string; secretVersion: number }>(
    'SELECT key, secret_version::int AS "secretVersion" FROM bots WHERE course_id = $1',
    [courseId],
  )
  const bot = rows[0]!
  const secret = await deriveWebhookSecret(parseKeyRing(process.env.TOKEN_KEYS ?? ''), bot)

  const posted: string[] = []
  /** @returns the status that Telegram sees */
  const postBody = async (body: string): Promise<number> => {
    posted.push(body)
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret }
    const response = await fetch(`${stack.runnerUrl}/tg/${bot.key}`, { method: 'POST', headers, body })
    return response.status
  }
  const post = (update: object, updateId = (lastUpdateId += 1)): Promise<number> =>
    postBody(JSON.stringify({ update_id: updateId, ...update }))

  const fromOf = ({ id, first_name = 'Ann' }: Person) => ({
    ...{ id, first_name, is_bot: false, language_code: 'en' },
  })
  const messageOf = (person: Person, content: object) => ({
    ...{ message_id: 1_000_000, date: 1_700_000_000, from: fromOf(person) },
    chat: { id: person.id, type: 'private', first_name: 'Ann' },
    ...content,
  })
  return {
    postBody,
    post,
    /** @returns the updates that were delivered meanwhile, to be brought again */
    record: async (act: () => Promise<void>): Promise<string[]> => {
      const before = posted.length
      await act()
      return posted.slice(before)
    },
    /** A message in the private chat, of anything that a message may hold. */
    message: (person: Person, content: object) => post({ message: messageOf(person, content) }),
    /** A tap on a button below a message of the bot, of which no client is waiting for the answer. */
    tap: (person: Person, query: object, messageId = 1) =>
      post({
        callback_query: {
          ...{ id: String((lastUpdateId += 1)), from: fromOf(person), chat_instance: '1' },
          message: messageOf(person, { message_id: messageId, text: 'Above the button' }),
          ...query,
        },
      }),
  }
}
