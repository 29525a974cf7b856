import { isTimeZone } from '../../contracts/learnerSettings.ts'
import { locales } from '../../contracts/locale.ts'
import { maxCandidates } from '../../contracts/settingChoices.ts'
import { offeredZones } from '../../contracts/timeZones.ts'
import { moreCities } from './moreCities.ts'
import { zoneNames } from './zoneNames.ts'

const offset = /^(?:utc|gmt)?\s*([+\u2212-])\s*(\d{1,2})(?:[:.]?([0-5]\d))?$/i
/** Halves and quarters of hours that people live by. */
const unevenOffsets: Record<string, string> = {
  '+3:30': 'Asia/Tehran',
  '+4:30': 'Asia/Kabul',
  '+5:30': 'Asia/Calcutta',
  '+5:45': 'Asia/Katmandu',
  '+6:30': 'Asia/Rangoon',
  '+9:30': 'Australia/Darwin',
  '-3:30': 'America/St_Johns',
}
const minPrefix = 3

const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}/+]+/gu, ' ')
    .trim()

/** A zone by its distance from Greenwich. In names of this kind the sign is turned round. */
const zoneOfOffset = (text: string): string | null => {
  const [, sign = '', hours = '', minutes = '00'] = offset.exec(text.trim()) ?? []
  if (hours === '') return null
  const isEast = sign === '+'
  const whole = Number(hours)
  if (minutes !== '00') return unevenOffsets[`${isEast ? '+' : '-'}${whole}:${minutes}`] ?? null
  if (whole === 0) return 'Etc/GMT'
  const name = `Etc/GMT${isEast ? '-' : '+'}${whole}`
  return isTimeZone(name) ? name : null
}

/** What each zone may be called, in both languages and by its own name. */
const allNames = (): [zone: string, names: string[]][] => {
  const offered = offeredZones.map((zone): [string, string[]] => [
    zone,
    [...locales.map((locale) => zoneNames[zone][locale]), ...(moreCities[zone] ?? [])],
  ])
  const known = new Set<string>(offeredZones)
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !known.has(zone))
  return [...offered, ...others.map((zone): [string, string[]] => [zone, []])].map(([zone, names]) => [
    zone,
    [zone, zone.slice(zone.lastIndexOf('/') + 1), ...names].map(plainWords),
  ])
}

/** Names are fixed: made once, when somebody first types one. */
let names: ReturnType<typeof allNames> | undefined

/** The zones that somebody may mean with a typed city, zone or offset; at most a few, none when nobody can tell. */
export const findZones = (text: string): string[] => {
  const byOffset = zoneOfOffset(text)
  if (byOffset !== null) return [byOffset]
  const typed = plainWords(text.slice(0, 100))
  if (typed === '') return []
  names ??= allNames()
  const exact = names.filter(([, called]) => called.includes(typed)).map(([zone]) => zone)
  if (exact.length > 0) return exact.slice(0, maxCandidates)
  // Older and newer names of the same place, of which Intl lists one.
  if (isTimeZone(text.trim()) && text.includes('/'))
    return [new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions().timeZone]
  if (typed.length < minPrefix) return []
  const near = names.filter(([, called]) => called.some((name) => name.startsWith(typed)))
  return near.length > maxCandidates ? [] : near.map(([zone]) => zone)
}
