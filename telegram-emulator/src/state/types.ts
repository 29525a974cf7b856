import type {
  ApiMethods,
  BotCommand,
  BotCommandScope,
  Chat,
  ForceReply,
  InlineKeyboardMarkup,
  MenuButton,
  Message,
  MessageOrigin,
  Poll,
  ReactionType,
  ReplyKeyboardMarkup,
  TextQuote,
  Update,
  User,
} from '@grammyjs/types'

/** A person who uses Telegram: what the Bot API calls a User that is not a bot. */
export interface Person extends User {
  is_bot: false
}

/** What a message may hold: exactly one of the kinds, with what belongs to it. */
export type MessageContent = { poll?: SeenPoll } & Pick<
  Message,
  | 'text'
  | 'entities'
  | 'link_preview_options'
  | 'rich_message'
  | 'caption'
  | 'caption_entities'
  | 'show_caption_above_media'
  | 'has_media_spoiler'
  | 'media_group_id'
  | 'photo'
  | 'video'
  | 'animation'
  | 'audio'
  | 'voice'
  | 'video_note'
  | 'document'
  | 'sticker'
  | 'contact'
  | 'location'
  | 'venue'
  | 'dice'
  | 'pinned_message'
  | 'web_app_data'
  | 'managed_bot_created'
  | 'users_shared'
  | 'chat_shared'
>

/** A message of a private chat, exactly as the Bot API shows it. Never changed in place: an edit replaces it. */
export interface ChatMessage extends MessageContent {
  message_id: number
  from: User
  chat: Chat.PrivateChat
  date: number
  edit_date?: number
  reply_markup?: InlineKeyboardMarkup
  reply_to_message?: Omit<ChatMessage, 'reply_to_message'>
  /** The part of the message replied to that the reply is about. */
  quote?: TextQuote
  /** The option of the poll replied to that the reply is about. */
  reply_to_poll_option_id?: string
  forward_origin?: MessageOrigin
  /** The bot through which a person sent it. */
  via_bot?: User
  has_protected_content?: true
  effect_id?: string
}

/** A poll as a bot gets it: the server still says correct_option_id where a single option is right. */
export interface PollState extends Poll {
  correct_option_id?: number
}

/** With what a person's app knows besides, which is never part of what a bot gets. */
export interface SeenPoll extends PollState {
  /** The options' numbers in the order in which the person sees them, if they are shuffled. */
  option_order?: number[]
  /** Nobody sees results before the poll is closed. */
  hides_results?: true
}

/** A poll behind the messages that show it: forwards show the same one. */
export interface PollRecord {
  id: string
  botId: number
  /** Without what belongs to a message alone: description and media. */
  poll: PollState
  /** Seconds. The poll itself tells it while it is open, and a copy begins with it. */
  openPeriod?: number
  isShuffled: boolean
  hidesResults: boolean
  /** By each person to whom it was sent: the messages of that chat that still show it. */
  places: Record<string, number[]>
}

/** What stands below the chat, and the message that brought it. */
export interface ShownKeyboard {
  messageId: number
  markup: ReplyKeyboardMarkup | ForceReply
}

/** What each of the two put on a message. */
export interface MessageReactions {
  bot: ReactionType[]
  person: ReactionType[]
}

/** What the bot is seen doing. */
export type ChatAction = Parameters<ApiMethods<unknown>['sendChatAction']>[0]['action']

export interface ChatRecord {
  botId: number
  personId: number
  /** The person blocked the bot. */
  isBlocked: boolean
  replyKeyboard: ShownKeyboard | null
  /** In the order in which they were pinned. */
  pinnedMessageIds: number[]
  /** By message_id. */
  reactions: Record<string, MessageReactions>
  /** The person's votes by poll id: the numbers of the chosen options. */
  votes: Record<string, number[]>
  /** Sent with another reply_markup than an inline keyboard, and therefore not editable. */
  keyboardMessageIds: Set<number>
  /** Deleted by the person on their side: the bot still has them. */
  hiddenMessageIds: Set<number>
  /** The last messages by message_id, oldest first. */
  messages: Map<number, ChatMessage>
}

/** What a bot shows of itself in one language; the empty language code holds the default. */
export interface BotTexts {
  name?: string
  description?: string
  short_description?: string
}

interface CommandList {
  scope: BotCommandScope
  language_code: string
  commands: BotCommand[]
}

export interface WebhookSettings {
  url: string
  secretToken: string
  maxConnections: number
  ipAddress: string
}

export type UpdateType = Exclude<keyof Update, 'update_id'>

/** An update that no bot has acknowledged yet. */
export interface PendingUpdate {
  updateId: number
  type: UpdateType
  /** Updates of one stream are delivered in order, one at a time. */
  stream: string
  /** Milliseconds of the emulator's clock after which it is dropped. */
  expiresAt: number
  payload: object
  /** By a fault it is delivered no earlier than at this moment of the emulator's clock. */
  notBefore?: number
  /** By a fault its next acknowledgement does not count: it comes once more. */
  isRepeated?: true
  /** By a fault the webhook's next 2xx for it is lost. */
  losesAnswer?: true
  /** It was acknowledged and comes once more: to a poller whatever the offset. */
  isRepetition?: true
}

/** Who may use a managed bot besides its owner. */
export interface BotAccess {
  isRestricted: boolean
  addedUserIds: number[]
}

export interface BotRecord {
  id: number
  token: string
  username: string
  canManageBots: boolean
  /** The person who made a managed bot, or to whom it was given. */
  ownerId?: number
  /** The bot that manages it. */
  managerId?: number
  access?: BotAccess
  texts: Record<string, BotTexts>
  /** The ids of its photo's sizes, the largest last, and of the film if it moves. */
  profilePhoto?: { sizes: string[]; animation?: string }
  commands: CommandList[]
  menuButton: MenuButton
  chatMenuButtons: Record<string, MenuButton>
  webhook: WebhookSettings | null
  /** null: every type that Telegram sends by default. Kept when a later call does not name it. */
  allowedUpdates: string[] | null
  lastError: { date: number; message: string } | null
  /** When the webhook began to answer 410 and nothing else. */
  first410At: number | null
  /** Milliseconds of the emulator's clock until which logOut keeps the bot away. */
  loggedOutUntil?: number
  nextUpdateId: number
  /** Milliseconds of the emulator's clock. */
  lastUpdateAt?: number
  nextMessageId: number
  pending: Map<number, PendingUpdate>
}

export interface CallbackQueryRecord {
  id: string
  botId: number
  personId: number
  /** Which button it was: bot, person, message and data. */
  button: string
  expiresAt: number
}

/** A Mini App that may send a message into the chat from which it was opened. */
export interface WebAppQuery {
  botId: number
  personId: number
  /** Milliseconds of the emulator's clock. */
  expiresAt: number
}

/** What a bot prepared for a person to send to somebody from its Mini App. */
export interface PreparedMessage {
  botId: number
  personId: number
  content: MessageContent
  mayGoToBots: boolean
  /** Milliseconds of the emulator's clock. */
  expiresAt: number
}

/** What the person sees after a tap. */
export interface CallbackAnswer {
  text?: string
  show_alert?: boolean
  url?: string
  /** What a copy_text button put into the clipboard. */
  copied?: string
}

/** One Bot API call, as GET /emulator/calls shows it. */
export interface CallRecord {
  id: number
  bot: string
  method: string
  parameters: Record<string, unknown>
  /** What was answered; null if a fault cut the connection. */
  answer: BotApiAnswer | null
  /** What Telegram puts up with and the reference does not know: unknown, deprecated and missing parameters. */
  warnings?: string[]
  time: string
}

export type BotApiAnswer =
  | { ok: true; result: unknown; description?: string }
  | { ok: false; error_code: number; description: string; parameters?: { retry_after?: number } }
