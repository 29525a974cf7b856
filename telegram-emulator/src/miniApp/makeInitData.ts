import { createHmac, randomBytes } from 'node:crypto'

import { chatInstance } from '../state/chatInstance.ts'
import type { BotRecord, Person } from '../state/types.ts'
import { signWith } from './signingKey.ts'

/** From where a Mini App is opened: that decides what it is told. */
export const LAUNCH_KINDS = ['inline', 'menu', 'link', 'keyboard'] as const
export type LaunchKind = (typeof LAUNCH_KINDS)[number]

export interface Launch {
  bot: BotRecord
  person: Person
  kind: LaunchKind
  /** What a direct link carries in startapp. */
  startParam?: string | undefined
  /** Seconds. */
  now: number
  mayWrite: boolean
  seed: string
}

/** The initData of a launch, signed for the bot and by the emulator's key; empty for reply keyboards, as in Telegram. */
export function makeInitData(launch: Launch): string {
  const { bot, person, kind, startParam, now, mayWrite, seed } = launch
  if (kind === 'keyboard') return ''
  const { is_bot: _, ...names } = person
  const user = { last_name: '', ...names, ...(mayWrite && { allows_write_to_pm: true }) }
  const fields: Record<string, string> = {
    user: JSON.stringify(user),
    ...(kind === 'link'
      ? { chat_instance: chatInstance(bot.id, person.id), chat_type: 'sender' }
      : { query_id: `AA${randomBytes(16).toString('base64url')}` }),
    ...(startParam && { start_param: startParam }),
    auth_date: String(now),
  }
  fields.signature = signWith(seed, `${bot.id}:WebAppData\n${checkString(fields)}`)
  const secret = createHmac('sha256', 'WebAppData').update(bot.token).digest()
  fields.hash = createHmac('sha256', secret).update(checkString(fields)).digest('hex')
  return new URLSearchParams(fields).toString()
}

function checkString(fields: Record<string, string>): string {
  return Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('\n')
}
