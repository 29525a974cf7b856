'use client'

import { ruleDraftProblems } from '../../lesson/engine/rules/ruleDraftProblems.ts'
import type { UnlockRule } from '../../lesson/engine/rules/rule.ts'
import { ConfirmedButton } from '../ConfirmedButton/ConfirmedButton.tsx'
import { useMessages } from '../lib/useMessages.ts'
import { Choice } from '../Choice/Choice.tsx'
import { GroupFields } from './GroupFields.tsx'
import { RuleSentence } from './RuleSentence.tsx'
import type { RuleCourse } from './useCourseSteps.ts'

const shows = ['greyed', 'hidden'] as const

/** A rule being made: its conditions, what is seen of the step until then, and the sentence that it comes to. */
export const RuleEditor = (props: {
  rule: UnlockRule
  course: RuleCourse
  ownId: string
  onChange: (rule: UnlockRule | null) => void
}) => {
  const { rule, course, ownId, onChange } = props
  const { t } = useMessages()
  const problems = ruleDraftProblems(rule)
  const remove = (
    <ConfirmedButton
      label={t('unlock.remove')}
      question={t('unlock.removeQuestion')}
      isDisabled={false}
      size="small"
      onConfirm={async () => onChange(null)}
    />
  )
  const isForeign = problems.some(({ code }) => code === 'unreadable')
  if (isForeign)
    return (
      <>
        <p className="gongbu-rule__problem">{t('unlock.unreadable')}</p>
        <div className="gongbu-rule__actions">{remove}</div>
      </>
    )
  return (
    <>
      <p className="gongbu-rule__hint">{t('unlock.instead')}</p>
      <GroupFields group={rule} place={[]} {...{ problems, course, ownId }} onChange={onChange} />
      <Choice
        className="gongbu-rule__field"
        label={t('unlock.show')}
        value={rule.show}
        options={shows.map((value) => ({ value, label: t(`unlock.show.${value}`) }))}
        onChange={(show) => onChange({ ...rule, show: show as UnlockRule['show'] })}
      />
      {problems.length === 0 && <RuleSentence rule={rule} course={course} />}
      <div className="gongbu-rule__actions">{remove}</div>
    </>
  )
}
