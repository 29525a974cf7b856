'use client'

import { useId } from 'react'

/** A labelled whole number; undefined while there is none. */
export const NumberEntry = (props: {
  label: string
  value: number | undefined
  min: number
  max: number
  isInvalid: boolean
  onChange: (value: number | undefined) => void
}) => {
  const { label, value, min, max, isInvalid, onChange } = props
  const id = useId()
  return (
    <div className="gongbu-rule__field gongbu-rule__field--number">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="gongbu-input"
        type="number"
        inputMode="numeric"
        step={1}
        min={min}
        max={max}
        value={value ?? ''}
        aria-invalid={isInvalid}
        onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
      />
    </div>
  )
}
