'use client'

import { useId } from 'react'

type Option = { value: string; label: string }

/** A labelled list to choose from. */
export const Choice = (props: {
  label: string
  value: string
  options: Option[]
  isInvalid?: boolean
  onChange: (value: string) => void
}) => {
  const { label, value, options, isInvalid = false, onChange } = props
  const id = useId()
  return (
    <div className="gongbu-rule__field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={isInvalid}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
