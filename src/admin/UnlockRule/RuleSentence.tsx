'use client'

import { conditionsIn } from '../../lesson/engine/rules/conditionsIn.ts'
import { previousStepId, type UnlockRule } from '../../lesson/engine/rules/rule.ts'
import { speakRule } from '../../lesson/engine/rules/speakRule.ts'
import { ruleText } from '../../lesson/render/rules/ruleText.ts'
import { useMessages } from '../lib/useMessages.ts'
import type { RuleCourse } from './useCourseSteps.ts'

/** A rule that is complete, as a sentence. */
export const RuleSentence = ({ rule, course }: { rule: UnlockRule; course: RuleCourse }) => {
  const { t, locale } = useMessages()
  const find = (stepId: string) => course.steps.find(({ id }) => id === stepId)
  const nameOf = (stepId: string) => {
    const step = find(stepId)
    return { index: step?.index ?? null, title: step?.title ?? null }
  }
  const spoken = speakRule(rule, { nameOf, previous: null })
  const namesRemoved = conditionsIn(rule).some(
    (condition) =>
      'step' in condition &&
      condition.step !== previousStepId &&
      (find(condition.step)?.index ?? null) === null,
  )
  return (
    <div className="gongbu-rule__sentence" role="status">
      <p>
        {t('unlock.sentence', { rule: ruleText(spoken, { locale, timeZone: course.timeZone }) })}{' '}
        {t(`unlock.sentence.${rule.show}`)}
      </p>
      {namesRemoved && <p className="gongbu-rule__problem">{t('unlock.removedNamed')}</p>}
    </div>
  )
}
