import type { FileRecord } from '../files/types.ts'
import type { Store } from './store.ts'
import type {
  BotRecord,
  CallbackQueryRecord,
  ChatMessage,
  ChatRecord,
  Person,
  PendingUpdate,
  PollRecord,
} from './types.ts'

const FORMAT = 1
// A killed process may have handed out ids that its file does not know. Reusing an update_id would make a bot
// take a new update for a redelivery, so numbering resumes well beyond.
const UPDATE_ID_GAP = 100_000
const MESSAGE_ID_GAP = 10_000
const CALL_ID_GAP = 100_000
const USER_ID_GAP = 10_000

/** Files of earlier versions lack what came later. */
type SavedChat = Pick<ChatRecord, 'botId' | 'personId' | 'isBlocked'> &
  Partial<Pick<ChatRecord, 'replyKeyboard' | 'pinnedMessageIds' | 'reactions' | 'votes'>> & {
    keyboardMessageIds?: number[]
    hiddenMessageIds?: number[]
    messages: ChatMessage[]
  }

export interface Snapshot {
  format: typeof FORMAT
  /** Written by an orderly stop: nothing happened after it. */
  isFinal: boolean
  clock: { offset_ms: number; version: number }
  nextUserId: number
  nextCallId: number
  /** Absent in files of earlier versions. */
  miniAppSeed?: string
  people: Person[]
  bots: (Omit<BotRecord, 'pending'> & { pending: PendingUpdate[] })[]
  chats: SavedChat[]
  callbackQueries: CallbackQueryRecord[]
  /** Absent in files of earlier versions. */
  polls?: PollRecord[]
  /** Their bytes lie in the folder beside the state file. */
  files?: FileRecord[]
}

interface Rest {
  isFinal: boolean
  clock: Snapshot['clock']
  nextCallId: number
  files: FileRecord[]
}

export function takeSnapshot(store: Store, rest: Rest): Snapshot {
  return {
    format: FORMAT,
    ...rest,
    nextUserId: store.nextUserId,
    miniAppSeed: store.miniAppSeed,
    people: [...store.people.values()],
    bots: [...store.bots].map((bot) => ({ ...bot, pending: [...bot.pending.values()] })),
    chats: [...store.chats.values()].map((chat) => ({
      ...chat,
      keyboardMessageIds: [...chat.keyboardMessageIds],
      hiddenMessageIds: [...chat.hiddenMessageIds],
      messages: [...chat.messages.values()],
    })),
    callbackQueries: [...store.callbackQueries.values()],
    polls: store.polls.all,
  }
}

/** Fills an empty store; returns the number with which the call log goes on. */
export function restoreSnapshot(store: Store, snapshot: Snapshot): { nextCallId: number } {
  if (snapshot.format !== FORMAT)
    throw new Error(`the state file has format ${String(snapshot.format)}, not ${FORMAT}`)
  const gap = snapshot.isFinal ? 0 : 1
  store.nextUserId = snapshot.nextUserId + gap * USER_ID_GAP
  if (snapshot.miniAppSeed) store.miniAppSeed = snapshot.miniAppSeed
  for (const person of snapshot.people) store.addPerson(person)
  for (const bot of snapshot.bots) {
    store.addBot({
      ...bot,
      nextUpdateId: bot.nextUpdateId + gap * UPDATE_ID_GAP,
      nextMessageId: bot.nextMessageId + gap * MESSAGE_ID_GAP,
      pending: new Map(bot.pending.map((update) => [update.updateId, update])),
    })
  }
  store.polls.restore(snapshot.polls ?? [])
  for (const saved of snapshot.chats) {
    const { messages, keyboardMessageIds, hiddenMessageIds, ...rest } = saved
    const chat = store.openChat(saved.botId, saved.personId)
    Object.assign(chat, rest)
    chat.keyboardMessageIds = new Set(keyboardMessageIds)
    chat.hiddenMessageIds = new Set(hiddenMessageIds)
    for (const message of messages) store.putMessage(chat, message)
  }
  for (const query of snapshot.callbackQueries) store.callbackQueries.set(query.id, query)
  return { nextCallId: snapshot.nextCallId + gap * CALL_ID_GAP }
}
