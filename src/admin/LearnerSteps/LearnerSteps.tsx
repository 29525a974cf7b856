'use client'

import { toast, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { LearnerSteps as Steps, OverrideRequest } from '../../contracts/learnerSteps.ts'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import { LearnerStep } from './LearnerStep.tsx'
import '../UnlockRule/unlockRule.css'
import './learnerSteps.css'

/** On a learner's page: what is open to them, and opening what is not. */
export const LearnerSteps = () => {
  const { id } = useDocumentInfo()
  const { t, locale } = useMessages()
  const [learner, setLearner] = useState<Steps>()
  const [error, setError] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => {
    if (id === undefined) return
    const abort = new AbortController()
    requestApi<Steps>('GET', `enrollments/${id}/steps`, { locale, signal: abort.signal }).then(
      setLearner,
      (refusal: Error) => {
        if (!abort.signal.aborted) setError(refusal.message)
      },
    )
    return () => abort.abort()
  }, [id, locale])

  const set = async (body: OverrideRequest) => {
    setIsBusy(true)
    try {
      setLearner(await requestApi<Steps>('POST', `enrollments/${id}/override`, { locale, body }))
      toast.success(t('learnerSteps.saved'))
    } catch (refusal) {
      toast.error(refusal instanceof Error ? refusal.message : String(refusal))
    } finally {
      setIsBusy(false)
    }
  }
  const body = () => {
    if (error !== '')
      return (
        <p className="gongbu-learner-steps__error" role="alert">
          {error}
        </p>
      )
    if (learner === undefined)
      return (
        <p className="gongbu-learner-steps__hint" aria-busy="true">
          {t('unlock.loading')}
        </p>
      )
    if (learner.steps.length === 0)
      return <p className="gongbu-learner-steps__hint">{t('learnerSteps.none')}</p>
    return (
      <>
        <p className="gongbu-learner-steps__hint">
          {t(learner.hasBegun ? 'learnerSteps.about' : 'learnerSteps.notBegun')}
        </p>
        <ol className="gongbu-learner-steps__list">
          {learner.steps.map((step) => (
            <LearnerStep
              key={step.id}
              {...{ step, isBusy }}
              timeZone={learner.timeZone}
              canSet={learner.hasBegun}
              onSet={(opensAt) => set({ stepId: step.id, opensAt })}
            />
          ))}
        </ol>
      </>
    )
  }
  return (
    <section className="field-type gongbu-learner-steps" aria-labelledby="learner-steps">
      <h3 id="learner-steps" className="gongbu-learner-steps__title">
        {t('learnerSteps.title')}
      </h3>
      {body()}
    </section>
  )
}
