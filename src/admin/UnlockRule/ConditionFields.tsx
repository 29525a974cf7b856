'use client'

import { completionStates, delayAnchors, delayUnits, type Condition } from '../../lesson/engine/rules/rule.ts'
import { ruleLimits } from '../../lesson/engine/rules/ruleSchema.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Choice } from '../Choice/Choice.tsx'
import { DateEntry } from './DateEntry.tsx'
import { NumberEntry } from './NumberEntry.tsx'
import { StepChoice } from './StepChoice.tsx'
import type { RuleCourse } from './useCourseSteps.ts'

/** What a condition asks for, apart from its kind. */
export const ConditionFields = (props: {
  condition: Condition
  course: RuleCourse
  ownId: string
  isInvalid: boolean
  onChange: (condition: Condition) => void
}) => {
  const { condition, course, ownId, isInvalid, onChange } = props
  const { t } = useMessages()
  const { steps, timeZone } = course
  switch (condition.kind) {
    case 'completion':
      return (
        <>
          <StepChoice
            {...{ steps, ownId, isInvalid, isGraded: false }}
            value={condition.step}
            onChange={(step) => onChange({ ...condition, step })}
          />
          <Choice
            className="gongbu-rule__field"
            label={t('unlock.state')}
            value={condition.state}
            options={completionStates.map((value) => ({ value, label: t(`unlock.state.${value}`) }))}
            onChange={(state) => onChange({ ...condition, state: state as typeof condition.state })}
          />
        </>
      )
    case 'grade': {
      const range = { min: 0, max: 100, isInvalid }
      const { min, max, ...rest } = condition
      const write = (borders: { min?: number | undefined; max?: number | undefined }) =>
        onChange({
          ...rest,
          ...(borders.min === undefined ? {} : { min: borders.min }),
          ...(borders.max === undefined ? {} : { max: borders.max }),
        })
      return (
        <>
          <StepChoice
            {...{ steps, ownId, isGraded: true, isInvalid: isInvalid && condition.step === '' }}
            value={condition.step}
            onChange={(step) => onChange({ ...condition, step })}
          />
          <NumberEntry
            {...range}
            label={t('unlock.min')}
            value={min}
            onChange={(value) => write({ min: value, max })}
          />
          <NumberEntry
            {...range}
            label={t('unlock.max')}
            value={max}
            onChange={(value) => write({ min, max: value })}
          />
        </>
      )
    }
    case 'date':
      return <DateEntry {...{ condition, timeZone, isInvalid, onChange }} />
    case 'delay':
      return (
        <>
          <NumberEntry
            {...{ label: t('unlock.amount'), min: 1, max: ruleLimits.delay, isInvalid }}
            value={condition.amount || undefined}
            onChange={(amount) => onChange({ ...condition, amount: amount ?? 0 })}
          />
          <Choice
            className="gongbu-rule__field"
            label={t('unlock.unit')}
            value={condition.unit}
            options={delayUnits.map((value) => ({ value, label: t(`unlock.unit.${value}`) }))}
            onChange={(unit) => onChange({ ...condition, unit: unit as typeof condition.unit })}
          />
          <Choice
            className="gongbu-rule__field"
            label={t('unlock.after')}
            value={condition.after}
            options={delayAnchors.map((value) => ({ value, label: t(`unlock.after.${value}`) }))}
            onChange={(after) => onChange({ ...condition, after: after as typeof condition.after })}
          />
        </>
      )
    case 'tag':
    case 'purchase':
      return <p className="gongbu-rule__hint">{t('unlock.unjudged')}</p>
  }
}
