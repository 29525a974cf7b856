'use client'

import { useId } from 'react'

import { useMessages } from '../lib/useMessages.ts'
import { clockOf } from './paceText.ts'

/** A labelled time of day, in minutes after midnight; null while there is none. */
export const TimeEntry = (props: { value: number | null; onChange: (value: number | null) => void }) => {
  const { value, onChange } = props
  const { t } = useMessages()
  const id = useId()
  const write = (typed: string) => {
    const [hours, minutes] = typed.split(':').map(Number)
    const isTime = Number.isInteger(hours) && Number.isInteger(minutes)
    onChange(isTime ? (hours ?? 0) * 60 + (minutes ?? 0) : null)
  }
  return (
    <div className="gongbu-rule__field gongbu-drip__time">
      <label htmlFor={id}>{t('drip.time')}</label>
      <input
        id={id}
        className="gongbu-input"
        type="time"
        value={value === null ? '' : clockOf(value)}
        onChange={(event) => write(event.target.value)}
      />
    </div>
  )
}
