import type { Locale } from '../../contracts/locale.ts'
import type { OfferedZone } from '../../contracts/timeZones.ts'
import { zoneNames } from './zoneNames.ts'

/** How a zone is called to a person: its city, and what else it is when nobody has translated it. */
export const zoneLabel = (zone: string, locale: Locale): string => {
  if (Object.hasOwn(zoneNames, zone)) return zoneNames[zone as OfferedZone][locale]
  const turned = /^Etc\/GMT([+-])(\d+)$/.exec(zone)
  if (turned !== null) return `UTC${turned[1] === '-' ? '+' : '−'}${turned[2]}`
  if (zone === 'Etc/GMT') return 'UTC'
  return zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ')
}
