import type { PlannedQuestion, PlannedQuiz, PlannedStep } from '../../src/import/plan/types.ts'
import type { ChatMessage, createEmulatorClient } from '../../telegram-emulator/src/client.ts'
import { shownText } from './shownText.ts'

const buttons = {
  en: {
    ...{ begin: 'Start learning', next: 'Next', finish: 'Finish' },
    ...{ quiz: 'Start the quiz', again: 'Try again' },
  },
  ru: {
    ...{ begin: 'Начать обучение', next: 'Далее', finish: 'Завершить' },
    ...{ quiz: 'Начать тест', again: 'Попробовать ещё раз' },
  },
}

/** What a learner has before them; `step` and `question` are counted from 1. */
export type CourseView =
  | { view: 'welcome' | 'end' }
  | { view: 'step' | 'result'; step: number }
  | { view: 'asked' | 'answered'; step: number; question: number }

type CourseOptions = {
  bot: string
  /** Of the learner and of the course. */
  language: keyof typeof buttons
  /** Who takes the course; a new person when it is left out. */
  personId?: number
  title: string
  steps: readonly PlannedStep[]
  /** Whether a question is answered wrongly; places and attempts are counted from 1. */
  isWrong?: (at: { step: number; question: number; attempt: number }) => boolean
  /** Told of each view as soon as it is in the chat. */
  onView?: (at: CourseView, message: ChatMessage) => Promise<void> | void
}

const labelsOf = ({ reply_markup: markup }: ChatMessage) =>
  (markup?.inline_keyboard ?? []).flat().map(({ text }) => text)

/** The numbers of the right options as the poll shows them, or that of a wrong one. */
const choose = (question: PlannedQuestion, { poll }: ChatMessage, isRight: boolean): number[] => {
  const places = (poll?.options ?? []).flatMap(({ text }, place) =>
    question.options.some((option) => option.text === text && option.isCorrect === isRight) ? [place] : [],
  )
  return isRight ? places : places.slice(0, 1)
}

/**
 * Takes a whole course in a chat, step by step in the order of its plan, failed quizzes again until they are passed.
 * @returns what the bot wrote, oldest first
 */
export const takeCourse = async (
  { emulator }: { emulator: ReturnType<typeof createEmulatorClient> },
  options: CourseOptions,
): Promise<ChatMessage[]> => {
  const { bot, language, title, steps, isWrong = () => false, onView = () => undefined } = options
  const words = buttons[language]
  const id =
    options.personId ?? (await emulator.createPerson({ first_name: 'Ann', language_code: language })).id
  let last = 0

  const next = async (fits: (message: ChatMessage) => boolean) => {
    const wait = { after: last }
    const found = await emulator.waitForMessage(
      ...([bot, id, (message: ChatMessage) => message.from.is_bot && fits(message), wait] as const),
    )
    last = found.message_id
    return found
  }
  const tap = (message: ChatMessage, text: string) => {
    if (!labelsOf(message).includes(text)) throw new Error(`no ${text} below: ${shownText(message)}`)
    return emulator.tap(bot, id, { message_id: message.message_id, text })
  }
  const hasButtons = (message: ChatMessage) => message.poll === undefined && labelsOf(message).length > 0
  const contains = (text: string) => (message: ChatMessage) => shownText(message).includes(text)

  const takeQuiz = async (intro: ChatMessage, step: number, quiz: PlannedQuiz) => {
    await tap(intro, words.quiz)
    for (let attempt = 1; ; attempt++) {
      for (const [index, asked] of quiz.questions.entries()) {
        const poll = await next((message) => message.poll?.question.includes(asked.text) ?? false)
        const question = index + 1
        await onView({ view: 'asked', step, question }, poll)
        const isRight = !isWrong({ step, question, attempt })
        const answered = await emulator.vote(bot, id, poll.message_id, choose(asked, poll, isRight))
        await onView({ view: 'answered', step, question }, answered)
      }
      const result = await next(hasButtons)
      await onView({ view: 'result', step }, result)
      if (labelsOf(result).some((label) => label === words.next || label === words.finish)) return result
      await tap(result, words.again)
    }
  }

  await emulator.send(bot, id, '/start')
  const welcome = await next(contains(title))
  await onView({ view: 'welcome' }, welcome)
  await tap(welcome, words.begin)
  for (const [index, step] of steps.entries()) {
    const head = await next(contains(`${index + 1}: ${step.title}`))
    // The buttons stand below the last of a step's messages, which may be this one.
    last = head.message_id - 1
    const shown = await next(hasButtons)
    await onView({ view: 'step', step: index + 1 }, head)
    const end = step.quiz === null ? shown : await takeQuiz(shown, index + 1, step.quiz)
    await tap(end, index === steps.length - 1 ? words.finish : words.next)
  }
  await onView({ view: 'end' }, await next(contains(title)))
  return (await emulator.messages(bot, id)).filter(({ from }) => from.is_bot)
}
