import { decodeTap } from '../../src/lesson/callbackData.ts'
import type { CallRecord } from '../../telegram-emulator/src/client.ts'
import { reminderSign } from '../plan/reminders.ts'
import type { SimulatedStack } from '../stack/startStack.ts'

export type RefusedCall = { bot: string; method: string; code: number; description: string; count: number }

/** Telegram says so to bots that do nothing wrong. */
const expected = [
  // A double tap: the second press finds the buttons as they are already.
  /message is not modified/,
  // The person has blocked the bot.
  /bot was blocked by the user/,
]

/** What moves somebody on counts on one view only. */
const moving: ReadonlySet<string> = new Set(['begin', 'next', 'quiz', 'answer', 'submit'])

const versioned = (markup: unknown): string[] => {
  const read: unknown = typeof markup === 'string' ? JSON.parse(markup) : markup
  const rows =
    (read as { inline_keyboard?: { callback_data?: string }[][] } | undefined)?.inline_keyboard ?? []
  return rows
    .flat()
    .flatMap(({ callback_data: data = '' }) => (moving.has(decodeTap(data)?.action ?? '') ? [data] : []))
}

const unlockSign = '🔓'

/** Which notice a message is: reminders bear a sign, and what tells of unlocks these buttons alone. */
const noticeIn = ({ parameters }: CallRecord): 'reminder' | 'unlocks' | null => {
  const said = JSON.stringify(parameters)
  if (said.includes(reminderSign)) return 'reminder'
  // Whoever hears of a review finds the same buttons below it.
  if (!said.includes(unlockSign)) return null
  const { reply_markup: markup } = parameters
  const read: unknown = typeof markup === 'string' ? JSON.parse(markup) : markup
  const rows =
    (read as { inline_keyboard?: { callback_data?: string }[][] } | undefined)?.inline_keyboard ?? []
  const actions = rows.map((row) =>
    row.map(({ callback_data: data = '' }) => decodeTap(data)?.action).join(' '),
  )
  return actions.join(' | ') === 'open | contents' ? 'unlocks' : null
}

/** Looks through the calls that bots make, before the emulator forgets them. */
export const watchCalls = ({ emulator }: Pick<SimulatedStack, 'emulator'>) => {
  let after = 0
  let total = 0
  const refused = new Map<string, RefusedCall>()
  const puzzling = new Map<string, RefusedCall>()
  const views = new Set<string>()
  const repetitions: string[] = []
  const notices = new Map<string, number>()

  const note = (
    into: Map<string, RefusedCall>,
    { bot, method }: CallRecord,
    code: number,
    description: string,
  ) => {
    const key = `${method} ${description}`
    const known = into.get(key) ?? { bot, method, code, description, count: 0 }
    into.set(key, { ...known, count: known.count + 1 })
  }
  /** Each view of a learner has a version of its own, which its buttons bear. */
  const noteView = ({ bot, method, parameters }: CallRecord) => {
    const buttons = method.startsWith('send') ? versioned(parameters.reply_markup) : []
    if (buttons.length === 0) return
    const view = [bot, String(parameters.chat_id), ...buttons].join(' ')
    if (views.has(view)) repetitions.push(`${method} to ${view}`)
    views.add(view)
  }
  const look = (call: CallRecord) => {
    total += 1
    const { answer, warnings = [] } = call
    for (const warning of warnings) note(puzzling, call, 200, warning)
    if (answer === null) return
    if (answer.ok) {
      const notice = call.method.startsWith('send') ? noticeIn(call) : null
      const about = `${notice} ${call.bot} ${String(call.parameters.chat_id)}`
      if (notice !== null) notices.set(about, (notices.get(about) ?? 0) + 1)
      return noteView(call)
    }
    const isExpected = expected.some((words) => words.test(answer.description))
    note(isExpected ? refused : puzzling, call, answer.error_code, answer.description)
  }

  return {
    total: () => total,
    /** How many notices were sent, by kind, bot and person. */
    notices: () => notices,
    /** How often a view was sent that had been sent before. */
    repeated: () => repetitions.length,
    repetition: () => repetitions[0] ?? '',
    /** Refused, as it has to be. */
    refused: () => [...refused.values()],
    /** Neither valid nor expected. */
    puzzling: () => [...puzzling.values()],
    readOn: async (): Promise<void> => {
      const calls = await emulator.calls({ after })
      after = calls.at(-1)?.id ?? after
      calls.forEach(look)
    },
  }
}

export type CallWatch = ReturnType<typeof watchCalls>
