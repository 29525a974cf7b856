import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { buttonLabel } from '../../ownTexts/buttonLabel.ts'
import { ownText } from '../../ownTexts/ownText.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { lineText } from '../text/lineText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'

const titleLength = 200

/** Calls the learner back to where they stand; the last one says that there comes no other. */
export const reminderMessages = (
  release: LearnerRelease,
  effect: EffectOf<'reminder'>,
  locale: Locale,
): OutgoingMessage[] => {
  const { version, rung, isLast, streak, stepId, name, texts } = effect
  const index = release.steps.findIndex(({ id }) => id === stepId)
  const step = release.steps[index]
  const course = lineText(release.title, titleLength)
  const written = texts === null ? undefined : { [locale]: { reminder: texts[locale] ?? '' } }
  const days = streak > 0 ? streak : null
  const own = ownText(written, 'reminder', locale, {
    ...{ title: course, name, days },
    step: step === undefined ? null : lineText(step.title, titleLength),
  })
  const said = own ?? formatText(locale, rung === 0 ? 'reminderFirst' : 'reminderAgain', { course })
  const lines = [
    said,
    ...(step === undefined
      ? []
      : [formatText(locale, 'reminderStep', { index: index + 1, title: lineText(step.title, titleLength) })]),
    ...(days === null ? [] : [formatText(locale, 'reminderStreak', { days })]),
    ...(isLast ? [formatText(locale, 'reminderLast', {})] : []),
  ]
  const resume = tapButton(buttonLabel(release.texts, 'buttonResume', locale), { action: 'resume', version })
  return toMessages(joinTexts(lines, '\n\n'), [[resume]])
}
