import type { Tap } from '../../src/contracts/lessonEvent.ts'
import { decodeTap } from '../../src/lesson/callbackData.ts'
import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import { shownText } from '../../tests/helpers/shownText.ts'

export type SeenButton = { label: string; data: string; tap: Tap }

/** What a learner has before them: a poll to vote in, or the newest message that leads on. */
export type Scene = {
  message: ChatMessage
  text: string
  buttons: SeenButton[]
  /** The step and the question that were named last: `A03`, `A03-1`. */
  step: string | null
  question: string | null
}

const leading: ReadonlySet<Tap['action']> = new Set([
  ...(['begin', 'next', 'quiz', 'answer', 'select', 'submit', 'send', 'resume', 'contents'] as const),
])
const stepToken = /\[([A-Z]\d\d)\]/g
const questionToken = /\(([A-Z]\d\d-\d+)\)/

export const buttonsOf = (message: ChatMessage): SeenButton[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().flatMap((button) => {
    const data = 'callback_data' in button ? button.callback_data : undefined
    const tap = data === undefined ? null : decodeTap(data)
    return tap === null || data === undefined ? [] : [{ label: button.text, data, tap }]
  })

const wordsOf = (message: ChatMessage) => message.poll?.question ?? shownText(message)

const tokensIn = (text: string) => [...text.matchAll(stepToken)].map(([, token = '']) => token)

/** @param messages newest first. @returns null when nothing has been said yet */
export const seeScene = (messages: readonly ChatMessage[]): Scene | null => {
  const said = messages.filter(({ from }) => from.is_bot)
  const isLeading = (message: ChatMessage) =>
    message.poll !== undefined ? true : buttonsOf(message).some(({ tap }) => leading.has(tap.action))
  const message = said.find(isLeading)
  if (message === undefined) return null
  // A list of steps names many.
  const step = said.map((one) => tokensIn(wordsOf(one))).find((tokens) => tokens.length === 1)?.[0]
  const text = wordsOf(message)
  return {
    message,
    text,
    buttons: buttonsOf(message),
    step: step ?? null,
    question: questionToken.exec(text)?.[1] ?? null,
  }
}
