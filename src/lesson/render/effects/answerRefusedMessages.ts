import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { maxTypedAnswer } from '../../engine/quiz/maxTypedAnswer.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import { fileKindsText, megabytesOf } from './answerWish.ts'
import type { EffectOf } from './effectOf.ts'
import { noticeMessages } from './noticeMessages.ts'
import { questionOf } from './questionOf.ts'

/** Why a message is no answer, and what would be one. */
export const answerRefusedMessages = (
  release: LearnerRelease,
  effect: EffectOf<'answerRefused'>,
  locale: Locale,
): OutgoingMessage[] => {
  const found = questionOf(release, { ...effect, options: [] })
  if (found === null) return noticeMessages('notAvailable', locale)
  const { question } = found
  const say = (): RichText => {
    switch (effect.reason) {
      case 'needsText':
        return formatText(locale, 'answerNeedsText', {})
      case 'textTooLong':
        return formatText(locale, 'answerTooLong', { max: maxTypedAnswer })
      case 'needsNumber':
        return formatText(locale, 'answerNeedsNumber', {})
      case 'needsFile':
        return formatText(locale, 'answerNeedsFile', { kinds: fileKindsText(question, locale) })
      case 'fileTooLarge':
        return formatText(locale, 'answerFileTooLarge', { size: megabytesOf(question) })
      case 'needsVoice':
        return formatText(locale, 'answerNeedsVoice', {})
      case 'voiceTooLong': {
        const seconds = question.kind === 'voice' ? (question.maxSeconds ?? 0) : 0
        return formatText(locale, 'answerVoiceTooLong', { seconds })
      }
    }
  }
  return toMessages(say())
}
