import { locales } from '../contracts/locale.ts'
import type { Release, ReminderRung } from '../lesson/engine/release.ts'
import type { Course } from '../payload-types.ts'

type Row = NonNullable<NonNullable<Course['reminders']>['ladder']>[number]

const rungOf = ({ amount, unit, texts }: Row): ReminderRung => {
  const own = locales.flatMap((locale) => {
    const text = (texts?.[locale] ?? '').trim()
    return text === '' ? [] : [[locale, text] as const]
  })
  return { amount, unit, ...(own.length > 0 && { texts: Object.fromEntries(own) }) }
}

/** Nothing at all when the course reminds nobody. */
export const remindersOf = ({ reminders }: Course): Pick<Release, 'reminders'> => {
  const ladder = reminders?.ladder ?? []
  return reminders?.isOn === true && ladder.length > 0 ? { reminders: { ladder: ladder.map(rungOf) } } : {}
}
