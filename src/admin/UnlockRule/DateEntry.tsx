'use client'

import { useId, useState } from 'react'

import { isoFromLocal, localFromIso } from '../../lesson/time/localTime.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Choice } from '../Choice/Choice.tsx'

type DateCondition = { kind: 'date'; from?: string; until?: string }

const ends = ['from', 'until'] as const

/** A moment by the clock of the course's zone. */
export const DateEntry = (props: {
  condition: DateCondition
  timeZone: string
  isInvalid: boolean
  onChange: (condition: DateCondition) => void
}) => {
  const { condition, timeZone, isInvalid, onChange } = props
  const { t } = useMessages()
  const id = useId()
  const end = condition.until === undefined ? 'from' : 'until'
  const iso = condition[end] ?? ''
  const shown = Number.isNaN(Date.parse(iso)) ? '' : localFromIso(iso, timeZone)
  // While a date is being typed it is none: what is in the field stays there.
  const [typed, setTyped] = useState(shown)
  const write = (local: string) => {
    setTyped(local)
    onChange({ kind: 'date', [end]: isoFromLocal(local, timeZone) ?? '' })
  }
  return (
    <>
      <Choice
        className="gongbu-rule__field"
        label={t('unlock.date.is')}
        value={end}
        options={ends.map((value) => ({ value, label: t(`unlock.date.${value}`) }))}
        onChange={(chosen) => onChange({ kind: 'date', [chosen]: iso })}
      />
      <div className="gongbu-rule__field">
        <label htmlFor={id}>{t('unlock.date.at', { zone: timeZone.replaceAll('_', ' ') })}</label>
        <input
          id={id}
          className="gongbu-input"
          type="datetime-local"
          value={shown || typed}
          aria-invalid={isInvalid}
          onChange={(event) => write(event.target.value)}
        />
      </div>
    </>
  )
}
