import type { MessageEntity } from '@grammyjs/types'

type DateFormat = Extract<MessageEntity, { type: 'date_time' }>['date_time_format']

export const LATEST_DATE = 2 ** 31 - 1

/** The format of a date as Telegram writes it: `r`, or day of the week, date and time; undefined if it is none. */
export function canonicalDateFormat(format: string): DateFormat | undefined {
  if (/^r$/i.test(format)) return 'r'
  if (!/^[tTdDwW]*$/.test(format)) return undefined
  const shortFirst = (short: string) => {
    if (format.includes(short)) return short
    return format.includes(short.toUpperCase()) ? short.toUpperCase() : ''
  }
  return ((/w/i.test(format) ? 'w' : '') + shortFirst('d') + shortFirst('t')) as DateFormat
}
