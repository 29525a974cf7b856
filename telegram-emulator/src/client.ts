import type {
  Contact,
  ReactionTypeEmoji,
  User,
  UserFromGetMe,
  WebhookInfo,
  BotCommand,
  BotCommandScope,
  MenuButton,
} from '@grammyjs/types'

import { readEvents } from './client/readEvents.ts'
import { requestJson } from './client/requestJson.ts'
import type { ActiveFault, DeliveryFault, Fault } from './faults/faultTable.ts'
import type { ChatState } from './state/chatState.ts'
import type { EmulatorEvent } from './state/eventHub.ts'
import { messageText } from './state/messageText.ts'
import type { BotTexts, CallbackAnswer, CallRecord, ChatMessage } from './state/types.ts'

export { messageText }

export type {
  ActiveFault,
  BotTexts,
  CallbackAnswer,
  CallRecord,
  ChatMessage,
  ChatState,
  DeliveryFault,
  EmulatorEvent,
  Fault,
}

export interface NewPerson {
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}

export interface NewBot {
  username: string
  name: string
  can_manage_bots?: boolean
}

export interface BotSummary {
  id: number
  username: string
  name: string
  can_manage_bots: boolean
  /** The file_unique_ids of its profile photo, and of the film if it moves. */
  photo: string | null
  animated_photo: string | null
  /** The person who owns a managed bot, and the username of the bot that manages it. */
  owner: number | null
  manager: string | null
}

export interface NewManagedBot {
  /** Username of the bot that will manage it. */
  manager: string
  /** Who makes and owns it. */
  person: number
  username: string
  name: string
  /** By a request_managed_bot button: the chat gets a message too. */
  is_requested?: boolean
}

export interface MiniAppLaunch {
  bot: string
  person: number
  /** Left out: that of the menu button. */
  url?: string
  /** From where it is opened; `menu` if not given. */
  kind?: 'inline' | 'menu' | 'link' | 'keyboard'
  start_param?: string
  platform?: string
  theme?: 'light' | 'dark'
}

export interface NewBotLink {
  manager: string
  suggested_username: string
  suggested_name: string
  is_free: boolean
}

export interface BotDetails extends BotSummary {
  /** By language code; the empty one holds the default. */
  texts: Record<string, BotTexts>
  commands: { scope: BotCommandScope; language_code: string; commands: BotCommand[] }[]
  menu_button: MenuButton
  chat_menu_buttons: Record<string, MenuButton>
  webhook: WebhookInfo
}

export interface ChatSummary {
  bot: string
  person: number
  is_blocked: boolean
  last_message: ChatMessage | null
}

export interface ClockState {
  /** ISO 8601. */
  now: string
  offset_ms: number
  version: number
  clients: number
}

/** A file that a person sends. */
export interface NewFile {
  file_name: string
  base64: string
  /** Seconds. */
  duration?: number
  /** Pixels. */
  width?: number
  height?: number
  title?: string
  performer?: string
}

type NewFileMessage = (
  | { photo: NewFile }
  | { video: NewFile }
  | { audio: NewFile }
  | { document: NewFile }
  | { animation: NewFile }
  | { voice: NewFile }
  | { video_note: NewFile }
) & {
  caption?: string
  /** Messages with the same are an album. */
  media_group?: string
}

/** What a person sends: exactly one of the kinds. */
export type NewMessage = (
  | { text: string }
  /** true is the person's own. */
  | { contact: true | Contact }
  | { location: { latitude: number; longitude: number } }
  /** For a request_users button of the keyboard. */
  | { users_shared: { request_id: number; user_ids: number[] } }
  | NewFileMessage
) & {
  /** null does not reply where the bot asks for it with ForceReply. */
  reply_to_message_id?: number | null
}

export type TapTarget = { message_id: number; text: string } | { message_id: number; data: string }

export interface WaitOptions {
  /** Only messages with a greater message_id count. */
  after?: number
  /** Real milliseconds; 5000 if not given. */
  timeoutMs?: number
}

export type EmulatorClient = ReturnType<typeof createEmulatorClient>

/** A typed client of the control API. Every call rejects with the emulator's own words when it is refused. */
export function createEmulatorClient(baseUrl: string) {
  const root = `${baseUrl.replace(/\/$/, '')}/emulator`
  const get = <T>(path: string) => requestJson<T>(`${root}${path}`, 'GET')
  const post = <T>(path: string, body: object = {}) => requestJson<T>(`${root}${path}`, 'POST', body)
  const chat = (bot: string, person: number) => `/chats/${encodeURIComponent(bot)}/${person}`

  const messages = (bot: string, person: number, after = 0) =>
    get<ChatMessage[]>(`${chat(bot, person)}/messages?after=${after}`)

  /** The first message, present or to come, new or edited, for which the predicate is true. */
  async function waitForMessage(
    bot: string,
    person: number,
    predicate: (message: ChatMessage) => boolean,
    { after = 0, timeoutMs = 60_000 }: WaitOptions = {},
  ): Promise<ChatMessage> {
    const fits = (message: ChatMessage) => message.message_id > after && predicate(message)
    const url = `${root}/events?bot=${encodeURIComponent(bot)}&person=${person}`
    // The stream is open before the chat is read, so that nothing can fall between the two.
    const found = await readEvents<EmulatorEvent, ChatMessage>(url, timeoutMs, {
      onOpen: async () => (await messages(bot, person, after)).find(fits),
      onEvent: (event) =>
        (event.type === 'message' || event.type === 'edit') && fits(event.message)
          ? event.message
          : undefined,
    })
    if (found) return found
    const texts = (await messages(bot, person, after)).map(
      (m) => `${m.from.is_bot ? 'bot' : 'person'}: ${m.text}`,
    )
    throw new Error(
      `No fitting message in the chat of @${bot} and ${person} within ${timeoutMs} ms. After ${after} it holds:\n` +
        (texts.join('\n') || '(nothing)'),
    )
  }

  return {
    health: () => get<{ status: 'ok' }>('/health'),
    people: () => get<User[]>('/people'),
    createPerson: (person: NewPerson) => post<User>('/people', person),
    /** What is not named stays as it is. */
    updatePerson: (person: number, changes: Partial<NewPerson>) => post<User>(`/people/${person}`, changes),
    bots: () => get<BotSummary[]>('/bots'),
    createBot: (bot: NewBot) => post<{ token: string; bot: UserFromGetMe }>('/bots', bot),
    bot: (username: string) => get<BotDetails>(`/bots/${encodeURIComponent(username)}`),
    /** As Bot Management Mode in BotFather. */
    updateBot: (username: string, changes: { can_manage_bots: boolean }) =>
      post<BotSummary>(`/bots/${encodeURIComponent(username)}`, changes),
    /** Its chats go too, and its token is nobody's: calls with it answer 401. */
    deleteBot: (username: string) =>
      requestJson<{ ok: true }>(`${root}/bots/${encodeURIComponent(username)}`, 'DELETE'),
    /** What a person does who confirms a t.me/newbot link. */
    createManagedBot: (bot: NewManagedBot) => post<{ bot: UserFromGetMe }>('/managed-bots', bot),
    rotateToken: (bot: string) =>
      post<{ token: string }>(`/managed-bots/${encodeURIComponent(bot)}/rotate-token`),
    setOwner: (bot: string, person: number) =>
      post<BotSummary>(`/managed-bots/${encodeURIComponent(bot)}/owner`, { person }),
    newBotLink: (url: string) => get<NewBotLink>(`/newbot-link?url=${encodeURIComponent(url)}`),
    /** What a Mini App is told when this person opens it. */
    initData: ({ person, ...launch }: MiniAppLaunch) =>
      get<{ init_data: string; launch_url: string }>(
        `/init-data?${new URLSearchParams({ person: String(person), ...launch })}`,
      ),
    /** What a Mini App sends that a web_app button of the keyboard below the chat opened: up to 4096 bytes. */
    sendWebAppData: (bot: string, person: number, button_text: string, data: string) =>
      post<ChatMessage>(`${chat(bot, person)}/web-app-data`, { button_text, data }),
    /** The person lets a Mini App have their phone number; `contact` is what the app is told, signed for the bot. */
    sharePhone: (bot: string, person: number) =>
      post<{ contact: string; message: ChatMessage }>(`${chat(bot, person)}/share-phone`),
    /** The person sends a message that a bot prepared with savePreparedInlineMessage into the chat with a bot. */
    sharePrepared: (bot: string, person: number, id: string) =>
      post<ChatMessage>(`${chat(bot, person)}/prepared-message`, { id }),
    /** The public key of the initData's signature, in hex. */
    keys: () => get<{ ed25519: string }>('/keys'),
    chats: () => get<ChatSummary[]>('/chats'),
    chatState: (bot: string, person: number) => get<ChatState>(chat(bot, person)),
    send: (bot: string, person: number, message: string | NewMessage) =>
      post<ChatMessage>(
        `${chat(bot, person)}/send`,
        typeof message === 'string' ? { text: message } : message,
      ),
    /** Presses Start, as a t.me link with that payload does. */
    start: (bot: string, person: number, payload?: string) =>
      post<ChatMessage>(`${chat(bot, person)}/start`, { payload }),
    /** Presses a button of the keyboard below the chat. */
    press: (bot: string, person: number, text: string) =>
      post<ChatMessage>(`${chat(bot, person)}/press`, { text }),
    edit: (bot: string, person: number, message_id: number, text: string) =>
      post<ChatMessage>(`${chat(bot, person)}/edit`, { message_id, text }),
    /** Deletes messages on the person's side. */
    delete: (bot: string, person: number, message_ids: number[]) =>
      post<{ ok: true }>(`${chat(bot, person)}/delete`, { message_ids }),
    deleteChat: (bot: string, person: number, options: { block?: boolean } = {}) =>
      post<{ ok: true }>(`${chat(bot, person)}/delete-chat`, options),
    react: (bot: string, person: number, message_id: number, reaction: ReactionTypeEmoji[]) =>
      post<{ ok: true }>(`${chat(bot, person)}/react`, { message_id, reaction }),
    /** Chooses these options of a poll by their numbers; none takes the vote back. Gives the message as it is then. */
    vote: (bot: string, person: number, message_id: number, option_ids: number[]) =>
      post<ChatMessage>(`${chat(bot, person)}/vote`, { message_id, option_ids }),
    tap: (bot: string, person: number, target: TapTarget) =>
      post<CallbackAnswer>(`${chat(bot, person)}/tap`, target),
    block: (bot: string, person: number) => post<{ is_blocked: true }>(`${chat(bot, person)}/block`),
    unblock: (bot: string, person: number) => post<{ is_blocked: false }>(`${chat(bot, person)}/unblock`),
    messages,
    waitForMessage,
    /** The bytes of a file by its file_unique_id. */
    file: async (uniqueId: string): Promise<Uint8Array> => {
      const response = await fetch(`${root}/files/${encodeURIComponent(uniqueId)}`)
      if (!response.ok) throw new Error(`there is no file ${uniqueId}`)
      return new Uint8Array(await response.arrayBuffer())
    },
    calls: ({ bot = '', after = 0 }: { bot?: string; after?: number } = {}) =>
      get<CallRecord[]>(`/calls?bot=${encodeURIComponent(bot)}&after=${after}`),
    faults: () => get<ActiveFault[]>('/faults'),
    addFault: (fault: Fault | DeliveryFault) => post<ActiveFault>('/faults', fault),
    clearFaults: () => requestJson<ActiveFault[]>(`${root}/faults`, 'DELETE'),
    /** Everything goes, and the clock shows real time again. */
    reset: () => post<ClockState>('/reset'),
    clock: () => get<ClockState>('/clock'),
    /** Resolves once every connected process has confirmed the new time. */
    advanceClock: (advanceMs: number) => post<ClockState>('/clock', { advance_ms: advanceMs }),
  }
}
