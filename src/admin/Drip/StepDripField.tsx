'use client'

import { useField, useFormFields } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import { dripProblem } from '../../lesson/engine/drip/dripProblem.ts'
import { dripModes } from '../../lesson/engine/drip/schedule.ts'
import { formatMoment } from '../../lesson/render/texts/formatMoment.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Choice } from '../Choice/Choice.tsx'
import { useCourseSteps } from '../UnlockRule/useCourseSteps.ts'
import { DripPanel } from './DripPanel.tsx'
import { MomentEntry } from './MomentEntry.tsx'
import { PaceFields, type PaceDraft } from './PaceFields.tsx'
import { paceText } from './paceText.ts'

type Draft = { mode: 'none' } | ({ mode: 'chain' } & PaceDraft) | { mode: 'date'; at: string }
type Mode = (typeof dripModes)[number]

const draftOf = (mode: Mode): Draft | null => {
  if (mode === 'course') return null
  if (mode === 'chain') return { mode, amount: 1, unit: 'days', weekdays: [], time: null }
  return mode === 'date' ? { mode, at: '' } : { mode }
}

/** A schedule of a step's own: for it and those after it, up to the next one that begins something of its own. */
export const StepDripField: JSONFieldClientComponent = ({ path }) => {
  const { t, locale } = useMessages()
  const { value, setValue, showError } = useField<Draft | null>({ path })
  const chosen = useFormFields(([fields]) => fields.course?.value as string | { id: string } | undefined)
  const courseId = (typeof chosen === 'object' ? chosen.id : chosen) ?? null
  const { course } = useCourseSteps(courseId, locale)
  const timeZone = course?.timeZone ?? 'UTC'
  const drip = value ?? null
  const problem = dripProblem('step', drip)
  const sentence = () => {
    if (problem !== null) return null
    if (drip === null || drip.mode === 'none') return t(`drip.stepSentence.${drip?.mode ?? 'course'}`)
    if (drip.mode === 'date')
      return t('drip.stepSentence.date', { date: formatMoment(locale, drip.at, timeZone) })
    const pace = paceText({ ...drip, amount: drip.amount ?? 0 }, locale, t)
    return t('drip.stepSentence.chain', { pace })
  }
  return (
    <DripPanel {...{ path, showError, title: t('label.drip.step'), sentence: sentence() }}>
      <Choice
        className="gongbu-rule__field"
        label={t('drip.mode')}
        value={drip?.mode ?? 'course'}
        options={dripModes.map((mode) => ({ value: mode, label: t(`drip.mode.${mode}`) }))}
        onChange={(mode) => setValue(draftOf(mode as Mode))}
      />
      {drip?.mode === 'chain' && (
        <PaceFields
          pace={drip}
          isInvalid={problem !== null}
          onChange={(change) => setValue({ ...drip, ...change })}
        />
      )}
      {drip?.mode === 'date' && course !== undefined && (
        <MomentEntry
          label={t('unlock.date.at', { zone: timeZone.replaceAll('_', ' ') })}
          value={drip.at}
          {...{ timeZone, isInvalid: problem !== null }}
          onChange={(at) => setValue({ ...drip, at })}
        />
      )}
      {problem !== null && <p className="gongbu-rule__problem">{t(`drip.problem.${problem}`)}</p>}
    </DripPanel>
  )
}
