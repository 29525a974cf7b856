'use client'

import { Button, FieldError, useDocumentInfo, useField, useFormFields } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import type { UnlockRule } from '../../lesson/engine/rules/rule.ts'
import { useMessages } from '../lib/useMessages.ts'
import { newCondition } from './ruleEdits.ts'
import { RuleEditor } from './RuleEditor.tsx'
import { useCourseSteps } from './useCourseSteps.ts'
import './unlockRule.css'

const firstRule = (): UnlockRule => ({ op: 'all', show: 'greyed', conditions: [newCondition('completion')] })

/** When a step opens: in the course's order, or by conditions that are put together here. */
export const UnlockRuleField: JSONFieldClientComponent = ({ path }) => {
  const { t, locale } = useMessages()
  const { id } = useDocumentInfo()
  const { value, setValue, showError } = useField<UnlockRule | null>({ path })
  const chosen = useFormFields(([fields]) => fields.course?.value as string | { id: string } | undefined)
  const courseId = (typeof chosen === 'object' ? chosen.id : chosen) ?? null
  const { course, error } = useCourseSteps(courseId, locale)
  const rule = value ?? null
  const body = () => {
    if (courseId === null) return <p className="gongbu-rule__hint">{t('unlock.saveFirst')}</p>
    if (error !== '')
      return (
        <p className="gongbu-rule__problem" role="alert">
          {error}
        </p>
      )
    if (course === undefined)
      return (
        <p className="gongbu-rule__hint" aria-busy="true">
          {t('unlock.loading')}
        </p>
      )
    if (rule !== null)
      return <RuleEditor rule={rule} course={course} ownId={String(id ?? '')} onChange={setValue} />
    return (
      <>
        <p className="gongbu-rule__hint">{t('unlock.none')}</p>
        <div className="gongbu-rule__actions">
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => setValue(firstRule())}>
            {t('unlock.add')}
          </Button>
        </div>
      </>
    )
  }
  return (
    <section className="field-type gongbu-rule" id={`field-${path}`} aria-labelledby={`title-${path}`}>
      <h3 id={`title-${path}`} className="gongbu-rule__title">
        {t('label.unlockConditions')}
      </h3>
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <div className="gongbu-rule__body">{body()}</div>
      </div>
    </section>
  )
}
