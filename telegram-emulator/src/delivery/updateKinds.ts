import type { UpdateType } from '../state/types.ts'

const DAY_S = 24 * 3600

/** What a payload may tell of whom it concerns; which of it is there depends on the kind. */
interface Payload {
  id?: string
  poll_id?: string
  chat?: { id: number }
  from?: { id: number }
  user?: { id: number }
  new_chat_member?: { user: { id: number } }
}

interface UpdateKind {
  /** Kinds with the same queue share their streams: a subject has one stream in each queue. */
  queue: string
  subject: (payload: Payload) => number | string | undefined
  lifetimeS: number
  /** Sent only to bots that name it in allowed_updates. */
  isOptIn?: true
}

const ofChat = ({ chat }: Payload) => chat?.id
const ofSender = ({ from }: Payload) => from?.id
const ofUser = ({ user }: Payload) => user?.id

const messages = { queue: 'message', subject: ofChat, lifetimeS: DAY_S }
const business = { queue: 'business_message', subject: ofChat, lifetimeS: DAY_S }
const payments = { queue: 'payment', subject: ofSender, lifetimeS: 150 }
const boosts = { queue: 'chat_boost', subject: ofChat, lifetimeS: DAY_S }

/** How each kind of update is queued and for how long; in the order in which getWebhookInfo names kinds. */
const UPDATE_KINDS: Record<UpdateType, UpdateKind> = {
  message: messages,
  edited_message: messages,
  channel_post: messages,
  edited_channel_post: messages,
  inline_query: { queue: 'inline_query', subject: ofSender, lifetimeS: 30 },
  chosen_inline_result: { queue: 'chosen_inline_result', subject: ofSender, lifetimeS: 600 },
  callback_query: { queue: 'callback_query', subject: ofSender, lifetimeS: 150 },
  shipping_query: payments,
  pre_checkout_query: payments,
  poll: { queue: 'poll', subject: ({ id }) => id, lifetimeS: DAY_S },
  poll_answer: { queue: 'poll', subject: ({ poll_id: id }) => id, lifetimeS: DAY_S },
  my_chat_member: { queue: 'my_chat_member', subject: ofChat, lifetimeS: DAY_S },
  chat_member: {
    queue: 'chat_member',
    subject: ({ new_chat_member: member }) => member?.user.id,
    lifetimeS: DAY_S,
    isOptIn: true,
  },
  chat_join_request: { queue: 'chat_member', subject: ofSender, lifetimeS: DAY_S },
  chat_boost: boosts,
  removed_chat_boost: boosts,
  message_reaction: { queue: 'message_reaction', subject: ofChat, lifetimeS: DAY_S, isOptIn: true },
  message_reaction_count: {
    queue: 'message_reaction_count',
    subject: ofChat,
    lifetimeS: DAY_S,
    isOptIn: true,
  },
  business_connection: { queue: 'business_connection', subject: ofUser, lifetimeS: DAY_S },
  business_message: business,
  edited_business_message: business,
  deleted_business_messages: business,
  purchased_paid_media: { queue: 'purchased_paid_media', subject: ofSender, lifetimeS: DAY_S },
  managed_bot: { queue: 'managed_bot', subject: ofUser, lifetimeS: DAY_S },
  guest_message: { queue: 'guest_message', subject: ofChat, lifetimeS: DAY_S },
  // Newer than the server's published source: assumed to be like their neighbours.
  stopped_message_generation: { queue: 'stopped_message_generation', subject: ofChat, lifetimeS: DAY_S },
  subscription: { queue: 'subscription', subject: ofUser, lifetimeS: DAY_S },
}

export const UPDATE_TYPES = Object.keys(UPDATE_KINDS) as UpdateType[]

export function isOptIn(type: UpdateType): boolean {
  return UPDATE_KINDS[type].isOptIn ?? false
}

/** Whether a bot with this setting gets updates of the kind; null is the default setting. */
export function isAllowed(allowed: readonly string[] | null, type: UpdateType): boolean {
  return allowed ? allowed.includes(type) : !isOptIn(type)
}

/** The stream in which the update is delivered in order, and how many milliseconds it is kept. */
export function queueing(type: UpdateType, payload: object): { stream: string; lifetimeMs: number } {
  const { queue, subject, lifetimeS } = UPDATE_KINDS[type]
  return { stream: `${queue}:${subject(payload as Payload) ?? ''}`, lifetimeMs: lifetimeS * 1000 }
}
