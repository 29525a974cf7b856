'use client'

import { useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import { dripProblem } from '../../lesson/engine/drip/dripProblem.ts'
import type { CourseDrip } from '../../lesson/engine/drip/schedule.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Choice } from '../Choice/Choice.tsx'
import { DripPanel } from './DripPanel.tsx'
import { PaceFields, type PaceDraft } from './PaceFields.tsx'
import { paceText } from './paceText.ts'

type Draft = PaceDraft & Pick<CourseDrip, 'per' | 'isFirstAtOnce'> & { isOn: boolean }

const firstDrip: Draft = {
  ...{ isOn: false, per: 'section', isFirstAtOnce: true },
  ...{ amount: 1, unit: 'days', weekdays: [], time: null },
}

/** When a course's sections or steps are given to each learner, one after the other. */
export const CourseDripField: JSONFieldClientComponent = ({ path }) => {
  const { t, locale } = useMessages()
  const { value, setValue, showError } = useField<Draft | null>({ path })
  const drip = value ?? firstDrip
  const write = (change: Partial<Draft>) => setValue({ ...drip, ...change })
  const problem = drip.isOn ? dripProblem('course', drip) : null
  const sentence = () => {
    if (problem !== null) return null
    if (!drip.isOn) return t('drip.sentence.off')
    const pace = paceText({ ...drip, amount: drip.amount ?? 0 }, locale, t)
    return [
      t(`drip.sentence.${drip.per}`, { pace }),
      t(drip.isFirstAtOnce ? 'drip.sentence.firstAtOnce' : 'drip.sentence.firstLater'),
    ].join(' ')
  }
  return (
    <DripPanel {...{ path, showError, title: t('label.drip.course'), sentence: sentence() }}>
      <label className="gongbu-drip__check">
        <input
          type="checkbox"
          checked={drip.isOn}
          onChange={({ target }) => write({ isOn: target.checked })}
        />
        <span>{t('drip.isOn')}</span>
      </label>
      {drip.isOn && (
        <>
          <Choice
            className="gongbu-rule__field"
            label={t('drip.per')}
            value={drip.per}
            options={(['section', 'step'] as const).map((per) => ({
              value: per,
              label: t(`drip.per.${per}`),
            }))}
            onChange={(per) => write({ per: per as Draft['per'] })}
          />
          <PaceFields pace={drip} isInvalid={problem !== null} onChange={write} />
          <label className="gongbu-drip__check">
            <input
              type="checkbox"
              checked={drip.isFirstAtOnce}
              onChange={({ target }) => write({ isFirstAtOnce: target.checked })}
            />
            <span>{t(`drip.firstAtOnce.${drip.per}`)}</span>
          </label>
          {problem !== null && <p className="gongbu-rule__problem">{t(`drip.problem.${problem}`)}</p>}
          <p className="gongbu-rule__hint">{t('drip.testHint')}</p>
        </>
      )}
    </DripPanel>
  )
}
