import type { LearnerQuestion } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'

const kindTexts = {
  photo: 'quizKindPhoto',
  video: 'quizKindVideo',
  audio: 'quizKindAudio',
  document: 'quizKindDocument',
} as const

/** The kinds of files that a question takes, in words. */
export const fileKindsText = (question: LearnerQuestion, locale: Locale): string => {
  const accepts = question.kind === 'file' ? question.accepts : []
  if (accepts.length === 0) return formatText(locale, 'quizKindAny', {}).text
  const names = accepts.map((kind) => formatText(locale, kindTexts[kind], {}).text)
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)
}

export const megabytesOf = (question: LearnerQuestion): number =>
  question.kind === 'file' ? Math.floor(question.maxBytes / 2 ** 20) : 0

/** What is to be written or sent; null: the question is answered with buttons. */
export const answerWish = (question: LearnerQuestion, locale: Locale): RichText | null => {
  switch (question.kind) {
    case 'text':
      return formatText(locale, 'quizTyped', {})
    case 'number':
      return formatText(locale, 'quizTypedNumber', {})
    case 'file': {
      const kinds = fileKindsText(question, locale)
      return formatText(locale, 'quizSendFile', { kinds, size: megabytesOf(question) })
    }
    case 'voice': {
      const { maxSeconds } = question
      return maxSeconds === null
        ? formatText(locale, 'quizSendVoice', {})
        : formatText(locale, 'quizSendVoiceMax', { seconds: maxSeconds })
    }
    default:
      return null
  }
}
