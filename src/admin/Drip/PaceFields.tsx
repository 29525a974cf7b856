'use client'

import { dripLimits, dripUnits, type DripPace } from '../../lesson/engine/drip/schedule.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Choice } from '../Choice/Choice.tsx'
import { NumberEntry } from '../UnlockRule/NumberEntry.tsx'
import { TimeEntry } from './TimeEntry.tsx'
import { WeekdayChoice } from './WeekdayChoice.tsx'

/** Of a form that may not be filled in yet: no amount has been entered. */
export type PaceDraft = Omit<DripPace, 'amount'> & { amount?: number }

/** How long after the one before something opens, on which days, and at what time. */
export const PaceFields = (props: {
  pace: PaceDraft
  isInvalid: boolean
  onChange: (change: Partial<PaceDraft>) => void
}) => {
  const { pace, isInvalid, onChange } = props
  const { t } = useMessages()
  return (
    <>
      <div className="gongbu-rule__fields gongbu-drip__pace">
        <NumberEntry
          {...{ label: t('drip.amount'), min: 0, max: dripLimits[pace.unit], isInvalid }}
          value={pace.amount}
          onChange={(amount) => onChange({ amount })}
        />
        <Choice
          className="gongbu-rule__field"
          label={t('drip.unit')}
          value={pace.unit}
          options={dripUnits.map((value) => ({ value, label: t(`drip.unit.${value}`) }))}
          onChange={(unit) => onChange({ unit: unit as PaceDraft['unit'] })}
        />
        <TimeEntry value={pace.time} onChange={(time) => onChange({ time })} />
      </div>
      <WeekdayChoice value={pace.weekdays} onChange={(weekdays) => onChange({ weekdays })} />
      <p className="gongbu-rule__hint">{t('drip.paceHint')}</p>
    </>
  )
}
