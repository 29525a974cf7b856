import type { Locale } from '../../../contracts/locale.ts'
import type { SpokenCondition, SpokenRule, SpokenStep } from '../../../contracts/stepLock.ts'
import { lineText } from '../text/lineText.ts'
import { formatMoment } from '../texts/formatMoment.ts'
import { formatText } from '../texts/formatText.ts'

/** What depends on who reads. */
type Reader = { locale: Locale; timeZone: string }

const titleLength = 60
const units = { minutes: 'ruleMinutes', hours: 'ruleHours', days: 'ruleDays' } as const
const states = { done: 'ruleDone', passed: 'rulePassed', failed: 'ruleFailed' } as const
const purchases = {
  step: 'rulePurchaseStep',
  course: 'rulePurchaseCourse',
  subscription: 'rulePurchaseSubscription',
} as const

const stepText = (step: SpokenStep | 'previous', locale: Locale): string => {
  if (step === 'previous') return formatText(locale, 'ruleStepPrevious', {}).text
  if (step.title === null) return formatText(locale, 'ruleStepUnknown', {}).text
  const title = lineText(step.title, titleLength)
  return step.index === null
    ? formatText(locale, 'ruleStepRemoved', { title }).text
    : formatText(locale, 'ruleStep', { index: step.index, title }).text
}

const conditionText = (condition: SpokenCondition, { locale, timeZone }: Reader): string => {
  switch (condition.kind) {
    case 'completion':
      return formatText(locale, states[condition.state], { step: stepText(condition.step, locale) }).text
    case 'date': {
      const { from, until } = condition
      const date = formatMoment(locale, from ?? until ?? '', timeZone)
      return formatText(locale, from === undefined ? 'ruleUntil' : 'ruleFrom', { date }).text
    }
    case 'delay': {
      const { after, amount, unit } = condition
      const time = formatText(locale, units[unit], { count: amount }).text
      return after === 'enrolment'
        ? formatText(locale, 'ruleSinceEnrolment', { time }).text
        : formatText(locale, 'ruleSinceStep', { time, step: stepText(after, locale) }).text
    }
    case 'grade': {
      const { min, max } = condition
      const step = stepText(condition.step, locale)
      if (max === undefined) return formatText(locale, 'ruleGradeMin', { step, min: min ?? 0 }).text
      return min === undefined
        ? formatText(locale, 'ruleGradeMax', { step, max }).text
        : formatText(locale, 'ruleGradeBetween', { step, min, max }).text
    }
    case 'tag':
      return formatText(locale, 'ruleTag', { name: lineText(condition.name, titleLength) }).text
    case 'purchase':
      return formatText(locale, purchases[condition.of], {}).text
  }
}

/**
 * A rule as the part of a sentence that follows “opens when”, in the reader's language and with times in their zone.
 * Groups within groups stand in brackets.
 */
export const ruleText = ({ op, negate = false, conditions }: SpokenRule, reader: Reader): string => {
  const { locale } = reader
  const parts = conditions.map((part) => {
    if (!('op' in part)) return conditionText(part, reader)
    const text = ruleText(part, reader)
    return part.conditions.length > 1 ? `(${text})` : text
  })
  const list = (type: 'conjunction' | 'disjunction') =>
    new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type }).format(parts)
  if (!negate) return list(op === 'all' ? 'conjunction' : 'disjunction')
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return formatText(locale, 'ruleNot', { condition: only }).text
  return op === 'any'
    ? formatText(locale, 'ruleNone', { conditions: list('conjunction') }).text
    : formatText(locale, 'ruleNotAll', { conditions: list('conjunction') }).text
}
