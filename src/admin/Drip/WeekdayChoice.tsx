'use client'

import { weekdays } from '../../lesson/engine/drip/schedule.ts'
import { useMessages } from '../lib/useMessages.ts'
import { weekdayName } from './paceText.ts'

/** Days of the week to be ticked; none: any. */
export const WeekdayChoice = (props: { value: number[]; onChange: (value: number[]) => void }) => {
  const { value, onChange } = props
  const { t, locale } = useMessages()
  const toggle = (weekday: number) =>
    onChange(
      value.includes(weekday) ? value.filter((one) => one !== weekday) : [...value, weekday].toSorted(),
    )
  return (
    <fieldset className="gongbu-drip__days">
      <legend>{t('drip.weekdays')}</legend>
      {weekdays.map((weekday) => (
        <label key={weekday} className="gongbu-drip__day">
          <input type="checkbox" checked={value.includes(weekday)} onChange={() => toggle(weekday)} />
          <span title={weekdayName(weekday, locale, 'long')}>{weekdayName(weekday, locale, 'short')}</span>
        </label>
      ))}
    </fieldset>
  )
}
