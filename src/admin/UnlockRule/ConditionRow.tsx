'use client'

import { describeRuleProblem } from '../../i18n/describeRuleProblem.ts'
import type { Condition } from '../../lesson/engine/rules/rule.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Choice } from '../Choice/Choice.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import type { PartProps } from './partProps.ts'
import { RemovePart } from './RemovePart.tsx'
import { newCondition, offeredKinds, type OfferedKind } from './ruleEdits.ts'

/** One condition: what it is about, what it asks for, and what is still wrong with it. */
export const ConditionRow = (
  props: PartProps & { condition: Condition; onChange: (part: Condition) => void },
) => {
  const { condition, place, problems, course, ownId, onChange, onRemove } = props
  const { t, locale } = useMessages()
  const own = problems.find((problem) => problem.place.join('.') === place.join('.'))
  const number = place.join('.')
  const isOffered = (offeredKinds as readonly string[]).includes(condition.kind)
  const kinds = isOffered ? offeredKinds : [condition.kind, ...offeredKinds]
  return (
    <fieldset className="gongbu-rule__condition">
      <legend>{t('unlock.condition', { place: number })}</legend>
      <div className="gongbu-rule__fields">
        <Choice
          className="gongbu-rule__field"
          label={t('unlock.kind')}
          value={condition.kind}
          options={kinds.map((value) => ({ value, label: t(`unlock.kind.${value}`) }))}
          onChange={(kind) => onChange(newCondition(kind as OfferedKind))}
        />
        <ConditionFields {...{ condition, course, ownId, onChange }} isInvalid={own !== undefined} />
      </div>
      <RemovePart label={t('unlock.removeCondition', { place: number })} onRemove={onRemove} />
      {own !== undefined && (
        <p className="gongbu-rule__problem" role="status">
          {describeRuleProblem({ ...own, place: [] }, locale)}
        </p>
      )}
    </fieldset>
  )
}
