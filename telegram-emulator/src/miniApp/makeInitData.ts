import { chatInstance } from '../state/chatInstance.ts'
import type { BotRecord, Person } from '../state/types.ts'
import { checkString, hashFields } from './hashFields.ts'
import { signWith } from './signingKey.ts'

/** From where a Mini App is opened: that decides what it is told. */
export const LAUNCH_KINDS = ['inline', 'menu', 'link', 'keyboard'] as const
export type LaunchKind = (typeof LAUNCH_KINDS)[number]

export interface Launch {
  bot: BotRecord
  person: Person
  kind: LaunchKind
  /** With which the bot can answer; absent for links. */
  queryId?: string | undefined
  /** What a direct link carries in startapp. */
  startParam?: string | undefined
  /** Seconds. */
  now: number
  mayWrite: boolean
  seed: string
}

/** The initData of a launch, signed for the bot and by the emulator's key; empty for reply keyboards, as in Telegram. */
export function makeInitData(launch: Launch): string {
  const { bot, person, kind, queryId, startParam, now, mayWrite, seed } = launch
  if (kind === 'keyboard') return ''
  const { is_bot: _, ...names } = person
  const user = { last_name: '', ...names, ...(mayWrite && { allows_write_to_pm: true }) }
  const fields: Record<string, string> = {
    user: JSON.stringify(user),
    ...(kind === 'link' && { chat_instance: chatInstance(bot.id, person.id), chat_type: 'sender' }),
    ...(queryId && { query_id: queryId }),
    ...(startParam && { start_param: startParam }),
    auth_date: String(now),
  }
  fields.signature = signWith(seed, `${bot.id}:WebAppData\n${checkString(fields)}`)
  fields.hash = hashFields(fields, bot.token)
  return new URLSearchParams(fields).toString()
}
