import type { Parameters } from '../parameters.ts'

const BY_DEFAULT = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'guest_message',
  'stopped_message_generation',
  'inline_query',
  'chosen_inline_result',
  'callback_query',
  'shipping_query',
  'pre_checkout_query',
  'purchased_paid_media',
  'poll',
  'poll_answer',
  'my_chat_member',
  'chat_join_request',
  'chat_boost',
  'removed_chat_boost',
  'managed_bot',
  'subscription',
]
const ONLY_WHEN_NAMED = ['message_reaction', 'message_reaction_count', 'chat_member']
const ALL = [...BY_DEFAULT, ...ONLY_WHEN_NAMED]

/** The new list, null for the default, undefined to keep the earlier setting: it is sticky when not named. */
export function readAllowedUpdates(parameters: Parameters): string[] | null | undefined {
  if (!parameters.has('allowed_updates')) return undefined
  let value: unknown
  try {
    value = parameters.json('allowed_updates', 'allowed_updates')
  } catch {
    return undefined
  }
  if (!Array.isArray(value) || value.some((name) => typeof name !== 'string')) return undefined
  const named = new Set(value.map((name: string) => name.toLowerCase()))
  const known = ALL.filter((name) => named.has(name))
  const isDefault = known.length === BY_DEFAULT.length && BY_DEFAULT.every((name) => named.has(name))
  return known.length === 0 || isDefault ? null : known
}
