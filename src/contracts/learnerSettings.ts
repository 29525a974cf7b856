import type { Locale } from './locale.ts'

/** What a person has chosen for all their courses. */
export type LearnerSettings = {
  /** Null: as Telegram tells. */
  locale: Locale | null
  /** IANA name; null: not chosen. */
  timeZone: string | null
  remindersEnabled: boolean
  /** Minutes after midnight in the person's zone between which nobody reminds them; null: always welcome. */
  quietFrom: number | null
  quietTo: number | null
}

export const minutesPerDay = 24 * 60
export const defaultQuietHours = { from: 22 * 60, to: 9 * 60 } as const

/** Whether Intl and PostgreSQL both know it: a name, not an offset, of which the two mean opposite things. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Of somebody who has chosen nothing. */
export const noSettings: LearnerSettings = {
  locale: null,
  timeZone: null,
  remindersEnabled: true,
  quietFrom: defaultQuietHours.from,
  quietTo: defaultQuietHours.to,
}
