import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { buttonLabel } from '../../ownTexts/buttonLabel.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { lineText } from '../text/lineText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import { progressLine } from './progressLine.ts'

const placeLines = (release: LearnerRelease, effect: EffectOf<'progress'>, locale: Locale): RichText[] => {
  const { currentStepId, isCompleted, progress } = effect
  if (isCompleted) return [formatText(locale, 'progressCompleted', {})]
  const left = formatText(locale, 'progressLeft', { left: progress.total - progress.done })
  const index = release.steps.findIndex((step) => step.id === currentStepId)
  const step = release.steps[index]
  if (step === undefined) return [left]
  return [formatText(locale, 'progressCurrent', { index: index + 1, title: step.title }), left]
}

const sectionLines = ({ sections = [] }: EffectOf<'progress'>, locale: Locale): RichText[] =>
  sections.map(({ section, done, total }) => {
    const name = section === null ? formatText(locale, 'progressOtherSteps', {}).text : lineText(section, 100)
    const line = formatText(locale, 'progressSection', { section: name, done, total })
    return joinTexts([plainText(done === total ? '✅ ' : '▫️ '), line])
  })

export const progressMessages = (
  release: LearnerRelease,
  effect: EffectOf<'progress'>,
  locale: Locale,
): OutgoingMessage[] => {
  const { version, streak = 0 } = effect
  const text = joinTexts(
    [
      formatText(locale, 'progressTitle', { title: release.title }),
      progressLine(effect.progress, locale),
      joinTexts(sectionLines(effect, locale), '\n'),
      joinTexts(placeLines(release, effect, locale), '\n'),
      ...(streak > 0 ? [formatText(locale, 'streak', { days: streak })] : []),
    ],
    '\n\n',
  )
  const resume = tapButton(buttonLabel(release.texts, 'buttonResume', locale), { action: 'resume', version })
  const contents = tapButton(buttonLabel(release.texts, 'buttonContents', locale), {
    action: 'contents',
    version,
  })
  return toMessages(text, [effect.isCompleted ? [contents] : [resume, contents]])
}
