'use client'

import { useId, useState } from 'react'

import { isoFromLocal, localFromIso } from '../../lesson/time/localTime.ts'

/** A labelled moment by the clock of a zone; empty while there is none. */
export const MomentEntry = (props: {
  label: string
  /** ISO. */
  value: string
  timeZone: string
  isInvalid: boolean
  onChange: (iso: string) => void
}) => {
  const { label, value, timeZone, isInvalid, onChange } = props
  const id = useId()
  const shown = Number.isNaN(Date.parse(value)) ? '' : localFromIso(value, timeZone)
  // While a date is being typed it is none: what is in the field stays there.
  const [typed, setTyped] = useState(shown)
  const write = (local: string) => {
    setTyped(local)
    onChange(isoFromLocal(local, timeZone) ?? '')
  }
  return (
    <div className="gongbu-rule__field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="gongbu-input"
        type="datetime-local"
        value={shown || typed}
        aria-invalid={isInvalid}
        onChange={(event) => write(event.target.value)}
      />
    </div>
  )
}
