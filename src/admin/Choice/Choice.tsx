'use client'

import { useId, type RefObject } from 'react'

type Option = { value: string; label: string }

/** A labelled list to choose from. */
export const Choice = (props: {
  /** Of both, the label and the list. */
  className: string
  label: string
  value: string
  options: Option[]
  isInvalid?: boolean
  inputRef?: RefObject<HTMLSelectElement | null>
  onChange: (value: string) => void
}) => {
  const { className, label, value, options, isInvalid = false, inputRef, onChange } = props
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        ref={inputRef}
        className="gongbu-input"
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
