import { makeSeed } from '../miniApp/signingKey.ts'
import { ExpiringMap } from './expiringMap.ts'
import { MessageBudget } from './messageBudget.ts'
import { PollTable } from './pollTable.ts'
import type {
  BotRecord,
  CallbackAnswer,
  CallbackQueryRecord,
  ChatMessage,
  ChatRecord,
  Person,
  PreparedMessage,
  WebAppQuery,
} from './types.ts'

interface MessageLimits {
  perChat: number
  /** Of the messages of all chats together. */
  bytes: number
}

const MESSAGE_LIMITS: MessageLimits = { perChat: 500, bytes: 128 * 2 ** 20 }
const CACHED_ANSWERS = 10_000
const WEB_APP_QUERIES = 10_000
const PREPARED_MESSAGES = 10_000

/** Everything that the emulator knows, in memory. `changed` tells the state file that there is something to save. */
export class Store {
  readonly people = new Map<number, Person>()
  readonly chats = new Map<string, ChatRecord>()
  readonly polls = new PollTable()
  readonly callbackQueries = new Map<string, CallbackQueryRecord>()
  /** What people's apps keep of answers with cache_time, by button. Not saved: an app forgets it too. */
  readonly callbackAnswers = new Map<string, { answer: CallbackAnswer; expiresAt: number }>()
  /** Of Mini Apps that are open, and messages for people to send from them. Not saved: no app stays open that long. */
  readonly webAppQueries = new ExpiringMap<WebAppQuery>(WEB_APP_QUERIES)
  readonly preparedMessages = new ExpiringMap<PreparedMessage>(PREPARED_MESSAGES)
  readonly #botsById = new Map<number, BotRecord>()
  readonly #botsByToken = new Map<string, BotRecord>()
  readonly #botsByUsername = new Map<string, BotRecord>()
  /** Random at first, so that two emulators beside one database do not invent the same people. */
  nextUserId = 1_000_000_000 + Math.floor(Math.random() * 6_000_000_000)
  /** Of the key that signs initData. */
  miniAppSeed = makeSeed()
  changed: () => void = () => {}
  readonly #messageLimits: MessageLimits
  readonly #messageBudget: MessageBudget

  constructor(messageLimits: MessageLimits = MESSAGE_LIMITS) {
    this.#messageLimits = messageLimits
    this.#messageBudget = new MessageBudget(messageLimits.bytes)
  }

  get bots(): Iterable<BotRecord> {
    return this.#botsById.values()
  }

  addBot(bot: BotRecord): void {
    this.#botsById.set(bot.id, bot)
    this.#botsByToken.set(bot.token, bot)
    this.#botsByUsername.set(bot.username.toLowerCase(), bot)
    this.changed()
  }

  /** From now on the old token is nobody's. */
  replaceToken(bot: BotRecord, token: string): void {
    this.#botsByToken.delete(bot.token)
    bot.token = token
    this.#botsByToken.set(token, bot)
    this.changed()
  }

  /** The bot goes with its chats: from now on its token is nobody's. */
  removeBot(bot: BotRecord): void {
    const isOfBot = ({ botId }: { botId: number }) => botId === bot.id
    for (const chat of [...this.chats.values()].filter(isOfBot)) {
      for (const id of [...chat.messages.keys()]) this.removeMessage(chat, id)
      this.chats.delete(`${bot.id}:${chat.personId}`)
    }
    for (const query of this.callbackQueries.values())
      if (isOfBot(query)) this.callbackQueries.delete(query.id)
    this.webAppQueries.deleteWhere(isOfBot)
    this.preparedMessages.deleteWhere(isOfBot)
    this.#botsById.delete(bot.id)
    this.#botsByToken.delete(bot.token)
    this.#botsByUsername.delete(bot.username.toLowerCase())
    this.changed()
  }

  /** Everything goes; the numbering of people and bots continues. */
  clear(): void {
    this.people.clear()
    this.chats.clear()
    this.#messageBudget.clear()
    this.polls.clear()
    this.callbackQueries.clear()
    this.callbackAnswers.clear()
    this.webAppQueries.clear()
    this.preparedMessages.clear()
    this.#botsById.clear()
    this.#botsByToken.clear()
    this.#botsByUsername.clear()
    this.changed()
  }

  botById(id: number): BotRecord | undefined {
    return this.#botsById.get(id)
  }

  botByToken(token: string): BotRecord | undefined {
    return this.#botsByToken.get(token)
  }

  botByUsername(username: string): BotRecord | undefined {
    return this.#botsByUsername.get(username.replace(/^@/, '').toLowerCase())
  }

  personByUsername(username: string): Person | undefined {
    const wanted = username.toLowerCase()
    for (const person of this.people.values()) if (person.username?.toLowerCase() === wanted) return person
    return undefined
  }

  addPerson(person: Person): void {
    this.people.set(person.id, person)
    this.changed()
  }

  chat(botId: number, personId: number): ChatRecord | undefined {
    return this.chats.get(`${botId}:${personId}`)
  }

  /** The chat of the two, made on the person's first message as the Start button does. */
  openChat(botId: number, personId: number): ChatRecord {
    const known = this.chat(botId, personId)
    if (known) return known
    const chat: ChatRecord = {
      botId,
      personId,
      isBlocked: false,
      replyKeyboard: null,
      pinnedMessageIds: [],
      reactions: {},
      votes: {},
      keyboardMessageIds: new Set(),
      hiddenMessageIds: new Set(),
      messages: new Map(),
    }
    this.chats.set(`${botId}:${personId}`, chat)
    this.changed()
    return chat
  }

  /** Keeps an answer for later taps on the button; the oldest ones go so that memory stays bounded. */
  cacheAnswer(button: string, answer: CallbackAnswer, expiresAt: number): void {
    this.callbackAnswers.delete(button)
    this.callbackAnswers.set(button, { answer, expiresAt })
    if (this.callbackAnswers.size <= CACHED_ANSWERS) return
    const oldest = this.callbackAnswers.keys().next().value
    if (oldest !== undefined) this.callbackAnswers.delete(oldest)
  }

  /** Adds or replaces a message. The oldest ones go, of a long chat and of all, so that memory stays bounded. */
  putMessage(chat: ChatRecord, message: ChatMessage): void {
    const replaced = chat.messages.get(message.message_id)
    chat.messages.set(message.message_id, message)
    this.#messageBudget.put(chat, message, replaced)
    this.polls.messagePut(chat, message)
    if (chat.messages.size > this.#messageLimits.perChat) {
      const oldest = chat.messages.keys().next().value
      if (oldest !== undefined) this.removeMessage(chat, oldest)
    }
    for (let old = this.#messageBudget.surplus(); old; old = this.#messageBudget.surplus())
      this.removeMessage(old.chat, old.messageId)
    this.changed()
  }

  /** The message goes, with all that was noted of it. */
  removeMessage(chat: ChatRecord, messageId: number): void {
    const message = chat.messages.get(messageId)
    if (message) this.#messageBudget.removed(message)
    const gone = message && this.polls.messageRemoved(chat, message)
    if (gone)
      for (const person of Object.keys(gone.places))
        delete this.chat(gone.botId, Number(person))?.votes[gone.id]
    chat.messages.delete(messageId)
    chat.keyboardMessageIds.delete(messageId)
    chat.hiddenMessageIds.delete(messageId)
    delete chat.reactions[messageId]
    chat.pinnedMessageIds = chat.pinnedMessageIds.filter((id) => id !== messageId)
    this.changed()
  }
}
