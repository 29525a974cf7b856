'use client'

import { previousStepId } from '../../lesson/engine/rules/rule.ts'
import { gradedTypes } from '../../lesson/engine/rules/ruleProblems.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Choice } from '../Choice/Choice.tsx'
import type { PickedStep } from './useCourseSteps.ts'

/** A step of the course. `isGraded`: only such as have a result. */
export const StepChoice = (props: {
  value: string
  steps: PickedStep[]
  ownId: string
  isGraded: boolean
  isInvalid: boolean
  onChange: (stepId: string) => void
}) => {
  const { value, steps, ownId, isGraded, isInvalid, onChange } = props
  const { t } = useMessages()
  const isOffered = ({ id, index, stepType }: PickedStep) =>
    index !== null && id !== ownId && (!isGraded || gradedTypes.has(stepType))
  const chosen = steps.find(({ id }) => id === value)
  const removed = chosen === undefined || chosen.index === null
  // What is chosen is shown whatever became of it.
  const kept =
    value === '' || value === previousStepId || (chosen !== undefined && isOffered(chosen))
      ? []
      : [
          {
            value,
            label:
              chosen === undefined
                ? t('unlock.step.unknown')
                : removed
                  ? t('unlock.step.removed', { title: chosen.title })
                  : t('unlock.step.option', { index: chosen.index ?? 0, title: chosen.title }),
          },
        ]
  const offered = steps.filter(isOffered)
  return (
    <>
      <Choice
        className="gongbu-rule__field"
        label={t('unlock.step')}
        value={value}
        isInvalid={isInvalid}
        options={[
          ...(value === '' ? [{ value: '', label: t('unlock.step.choose') }] : []),
          ...kept,
          ...(isGraded ? [] : [{ value: previousStepId, label: t('unlock.step.previous') }]),
          ...offered.map(({ id, index, title }) => {
            return { value: id, label: t('unlock.step.option', { index: index ?? 0, title }) }
          }),
        ]}
        onChange={onChange}
      />
      {isGraded && offered.length === 0 && <p className="gongbu-rule__hint">{t('unlock.step.noneGraded')}</p>}
    </>
  )
}
