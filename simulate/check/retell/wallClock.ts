const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string) => {
  const known =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...({ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' } as const),
      ...({ hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
    })
  formats.set(zone, known)
  return known
}

/** What clocks in a zone show, as the moment at which those in UTC show the same. */
export const wallOf = (at: number, zone: string): number => {
  const parts = formatOf(zone).formatToParts(at)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second')) // prettier-ignore
  return wall + (((at % 1000) + 1000) % 1000)
}

/** When clocks in a zone show this; what they leave out is as late as it is before they are put forward. */
export const momentOf = (wall: number, zone: string): number => {
  const before = wallOf(wall - 86_400_000, zone) - (wall - 86_400_000)
  const first = wall - before
  if (wallOf(first, zone) === wall) return first
  const second = wall - (wallOf(first, zone) - first)
  return wallOf(second, zone) === wall ? second : first
}

/** So many days later by the calendar, at the same time of day. */
export const daysLater = (at: number, days: number, zone: string): number =>
  momentOf(wallOf(at, zone) + days * 86_400_000, zone)
