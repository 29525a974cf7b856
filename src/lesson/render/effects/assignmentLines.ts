import type { LearnerStep } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { joinTexts } from '../text/joinTexts.ts'
import type { RichText } from '../text/richText.ts'
import { formatMoment } from '../texts/formatMoment.ts'
import { formatText } from '../texts/formatText.ts'
import { answerKindsText } from './answerKindsText.ts'
import { assignmentState } from './assignmentState.ts'
import type { EffectOf } from './effectOf.ts'

type Task = Extract<LearnerStep, { stepType: 'assignment' }>['assignment']
type Intro = NonNullable<EffectOf<'step'>['assignment']>

const megabyte = 1024 * 1024

const requirementLines = ({ requirements }: Task, locale: Locale): RichText[] =>
  requirements.length === 0
    ? []
    : [
        joinTexts(
          [
            formatText(locale, 'assignmentRequirements', {}),
            ...requirements.map((text) => formatText(locale, 'assignmentRequirement', { text })),
          ],
          '\n',
        ),
      ]

/** How to answer, until when, and how often. */
const answerLines = (task: Task, intro: Intro, locale: Locale): RichText[] => {
  const { accepts, maxFiles: files, maxFileBytes, extensions } = task
  const { dueAt, cutOffAt, timeZone, attemptsLeft: left } = intro
  const date = (iso: string) => ({ date: formatMoment(locale, iso, timeZone) })
  const hasFiles = accepts.some((kind) => kind !== 'text')
  const megabytes = maxFileBytes / megabyte
  const limits = [
    ...(hasFiles ? [formatText(locale, 'assignmentFiles', { files, megabytes })] : []),
    ...(accepts.includes('file') && extensions.length > 0
      ? [formatText(locale, 'assignmentExtensions', { extensions: extensions.join(', ') })]
      : []),
    ...(dueAt === null ? [] : [formatText(locale, 'assignmentDue', date(dueAt))]),
    ...(cutOffAt === null ? [] : [formatText(locale, 'assignmentCutOff', date(cutOffAt))]),
    ...(left === null ? [] : [formatText(locale, 'assignmentAttemptsLeft', { left })]),
  ]
  return [
    formatText(locale, 'assignmentAnswer', { kinds: answerKindsText(accepts, locale) }),
    ...(limits.length === 0 ? [] : [joinTexts(limits, '\n')]),
  ]
}

/** What is said of an assignment below its task; nothing for other steps. */
export const assignmentLines = (
  step: LearnerStep,
  intro: EffectOf<'step'>['assignment'],
  locale: Locale,
): RichText[] => {
  if (intro === undefined || step.stepType !== 'assignment') return []
  const isAwaited = intro.stage === 'open' || intro.stage === 'rejected'
  return [
    ...requirementLines(step.assignment, locale),
    ...assignmentState(intro, locale),
    ...(isAwaited ? answerLines(step.assignment, intro, locale) : []),
  ]
}
