import type { LearnerRelease, LearnerStep } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { inPlace } from '../inPlace.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import { answerKindsText } from './answerKindsText.ts'
import type { EffectOf } from './effectOf.ts'
import { noticeMessages } from './noticeMessages.ts'

type Draft = EffectOf<'draft'>
type Refusal = Draft['refusals'][number]
type Task = Extract<LearnerStep, { stepType: 'assignment' }>['assignment']

const megabyte = 1024 * 1024

const reasonText = (reason: Refusal['reason'], task: Task, locale: Locale): RichText => {
  switch (reason) {
    case 'kind':
      return formatText(locale, 'refusedKind', { kinds: answerKindsText(task.accepts, locale) })
    case 'program':
      return formatText(locale, 'refusedProgram', {})
    case 'extension':
      return formatText(locale, 'refusedExtension', { extensions: task.extensions.join(', ') })
    case 'empty':
      return formatText(locale, 'refusedEmpty', {})
    case 'tooLarge':
      return formatText(locale, 'refusedTooLarge', { megabytes: task.maxFileBytes / megabyte })
    case 'tooManyFiles':
      return formatText(locale, 'refusedTooManyFiles', { files: task.maxFiles })
    case 'tooManyTexts':
      return formatText(locale, 'refusedTooManyTexts', {})
  }
}

const refusalText = ({ reason, count }: Refusal, task: Task, locale: Locale): RichText => {
  const why = reasonText(reason, task, locale)
  return count === 1 ? why : joinTexts([why, formatText(locale, 'refusedTimes', { count })], ' ')
}

const collectedText = ({ collected }: Draft, locale: Locale): RichText => {
  if (collected.length === 0) return formatText(locale, 'draftEmpty', {})
  const items = collected.map((item) => formatText(locale, 'draftItem', item).text)
  return formatText(locale, 'draftCollected', { what: items.join(', ') })
}

/** The one message that says what is collected, in place of the one that said so before. */
export const draftMessages = (release: LearnerRelease, effect: Draft, locale: Locale): OutgoingMessage[] => {
  const { version, stepId, collected, refusals, messageId, isInPlace } = effect
  const step = release.steps.find(({ id }) => id === stepId)
  if (step?.stepType !== 'assignment') return noticeMessages('notAvailable', locale)
  const task = step.assignment
  const isEmpty = collected.length === 0
  const lines = [
    collectedText(effect, locale),
    ...refusals.map((refusal) => refusalText(refusal, task, locale)),
    isEmpty
      ? formatText(locale, 'assignmentAnswer', { kinds: answerKindsText(task.accepts, locale) })
      : formatText(locale, 'draftHint', {}),
  ]
  const button = (key: 'buttonSend' | 'buttonClear', action: 'send' | 'clear') =>
    tapButton(formatText(locale, key, {}).text, { action, version })
  const keyboard = isEmpty ? [] : [[button('buttonSend', 'send')], [button('buttonClear', 'clear')]]
  const messages = toMessages(joinTexts(lines, '\n\n'), keyboard).map((message) =>
    message.kind === 'text'
      ? { ...message, draftOf: stepId, ...(messageId === null ? {} : { replaces: messageId }) }
      : message,
  )
  return isInPlace ? inPlace(messages) : messages
}
