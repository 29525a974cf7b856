import type { LearnerQuestion, LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { pollLimits } from '../../engine/quiz/questionForm.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { buttonLabel } from '../../ownTexts/buttonLabel.ts'
import { tapButton } from '../tapButton.ts'
import type { RenderContext } from '../renderContext.ts'
import { plainText } from '../text/plainText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import { answerWish } from './answerWish.ts'
import type { EffectOf } from './effectOf.ts'
import { noticeMessages } from './noticeMessages.ts'
import { optionPictures } from './optionPictures.ts'
import { questionOf } from './questionOf.ts'
import { questionPicture } from './questionPicture.ts'
import { quizButtonMessages } from './quizButtonMessages.ts'
import { quizMessageMessages } from './quizMessageMessages.ts'

/** With its place among the others where there is room for that. */
const pollQuestion = (question: LearnerQuestion, effect: EffectOf<'question'>, locale: Locale): string => {
  const text = plainText(question.text).text.trim()
  const place = { index: effect.index + 1, total: effect.total, text }
  const numbered = effect.total > 1 ? formatText(locale, 'quizPollQuestion', place).text : text
  return numbered.length <= pollLimits.question ? numbered : text
}

/** A question of a quiz: as Telegram's own quiz poll where the effect says so, else as a message. */
export const quizQuestionMessages = (
  release: LearnerRelease,
  effect: EffectOf<'question'>,
  { locale, linkOf }: RenderContext,
): OutgoingMessage[] => {
  const found = questionOf(release, effect)
  if (found === null) return noticeMessages('notAvailable', locale)
  const { question, options } = found
  const context = { locale, linkOf, media: release.media }
  const picture = questionPicture(question.media, context)
  const { poll, version, stepId, attempt, questionId } = effect
  const contents = tapButton(buttonLabel(release.texts, 'buttonContents', locale), {
    action: 'contents',
    version,
  })
  const wish = answerWish(question, locale)
  if (wish !== null) return quizMessageMessages(found, { picture, wish, contents }, effect, locale)
  const pictures = optionPictures(found, context)
  const parts = { picture, optionPictures: pictures.messages, contents }
  const buttons = quizButtonMessages(found, parts, effect, locale)
  if (poll === null || effect.isInPlace) return buttons
  const before = picture.inPoll === null ? picture.message : null
  return [
    ...(before === null ? toMessages(picture.words) : [before]),
    ...(pictures.inPoll === null ? pictures.messages : []),
    {
      kind: 'poll',
      question: pollQuestion(question, effect, locale),
      options: options.map((option) => plainText(option.text).text.trim()),
      isMultiple: question.kind === 'multiple',
      correct: poll.correct,
      explanation: poll.explanation === null ? null : plainText(poll.explanation).text.trim(),
      media: picture.inPoll,
      ...(pictures.inPoll === null ? {} : { optionMedia: pictures.inPoll }),
      ...(poll.closesIn === null ? {} : { closesIn: poll.closesIn }),
      keyboard: [[contents]],
      about: { stepId, attempt, questionId },
      otherwise: buttons,
    },
  ]
}
