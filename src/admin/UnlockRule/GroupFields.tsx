'use client'

import { Button } from '@payloadcms/ui'

import { describeRuleProblem } from '../../i18n/describeRuleProblem.ts'
import { isGroup, type RuleGroup } from '../../lesson/engine/rules/rule.ts'
import { ruleLimits } from '../../lesson/engine/rules/ruleSchema.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Choice } from '../Choice/Choice.tsx'
import { ConditionRow } from './ConditionRow.tsx'
import type { PartProps } from './partProps.ts'
import { RemovePart } from './RemovePart.tsx'
import {
  groupOps,
  newCondition,
  opOf,
  withNewPart,
  withOp,
  withoutPart,
  withPart,
  type GroupOp,
} from './ruleEdits.ts'

type Props<Group extends RuleGroup> = Omit<PartProps, 'onRemove'> & {
  group: Group
  onChange: (group: Group) => void
}

/** How many of its conditions a group asks for, the conditions, and groups within it. */
export const GroupFields = <Group extends RuleGroup>(props: Props<Group>) => {
  const { group, place, problems, course, ownId, onChange } = props
  const { t, locale } = useMessages()
  const { conditions } = group
  const isFull = conditions.length >= ruleLimits.perGroup
  const own = problems.filter((problem) => problem.place.join('.') === place.join('.'))
  return (
    <>
      <Choice
        className="gongbu-rule__field"
        label={t(place.length === 0 ? 'unlock.op' : 'unlock.groupOp')}
        value={opOf(group)}
        options={groupOps.map((value) => ({ value, label: t(`unlock.op.${value}`) }))}
        onChange={(op) => onChange(withOp(group, op as GroupOp))}
      />
      {conditions.map((part, index) => {
        const shared = {
          ...{ place: [...place, index + 1], problems, course, ownId },
          onRemove: () => onChange(withoutPart(group, index)),
        }
        if (!isGroup(part))
          return (
            <ConditionRow
              key={`${index} of ${conditions.length}`}
              {...shared}
              condition={part}
              onChange={(condition) => onChange(withPart(group, index, condition))}
            />
          )
        const number = shared.place.join('.')
        return (
          <fieldset key={`${index} of ${conditions.length}`} className="gongbu-rule__group">
            <legend>{t('unlock.group', { place: number })}</legend>
            <GroupFields
              {...shared}
              group={part}
              onChange={(inner) => onChange(withPart(group, index, inner))}
            />
            <RemovePart label={t('unlock.removeGroup', { place: number })} onRemove={shared.onRemove} />
          </fieldset>
        )
      })}
      {own.map((problem) => (
        <p key={problem.code} className="gongbu-rule__problem" role="status">
          {describeRuleProblem({ ...problem, place: [] }, locale)}
        </p>
      ))}
      <div className="gongbu-rule__actions">
        <Button
          buttonStyle="secondary"
          size="small"
          margin={false}
          disabled={isFull}
          onClick={() => onChange(withNewPart(group, newCondition('completion')))}
        >
          {t('unlock.addCondition')}
        </Button>
        {place.length + 1 < ruleLimits.depth && (
          <Button
            buttonStyle="subtle"
            size="small"
            margin={false}
            disabled={isFull}
            onClick={() =>
              onChange(withNewPart(group, { op: 'any', conditions: [newCondition('completion')] }))
            }
          >
            {t('unlock.addGroup')}
          </Button>
        )}
      </div>
    </>
  )
}
