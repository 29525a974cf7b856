import type { Person } from './makePeople.ts'

export const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** One sitting of a learner: in which hour from the beginning, and the how manyeth of theirs. */
export type Session = { person: number; hour: number; what: 'learn' | 'block' | 'return' }

/** The hour from the beginning in which it is so late at somebody's place on a day. */
const hourAt = (startsAt: number, day: number, localHour: number, zone: string): number => {
  const noon = startsAt + day * dayMs
  const local = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(noon),
  )
  return day * 24 + ((((localHour - local) % 24) + 24) % 24)
}

/** When everybody sits down to learn, in the order of time. */
export const planSessions = (people: readonly Person[], startsAt: number, days: number): Session[] =>
  people
    .flatMap(({ habits, draw }, person) => {
      const { comesOn, leavesOn, blocksOn, returnsOn, zone, hours, diligence } = habits
      const isAway = (day: number) =>
        blocksOn !== null && day > blocksOn && (returnsOn === null || day < returnsOn)
      return Array.from({ length: days }, (_, day) => day).flatMap((day): Session[] => {
        if (day < comesOn || day > leavesOn || isAway(day)) return []
        const at = (localHour: number) => hourAt(startsAt, day, localHour, zone)
        if (day === blocksOn) return [{ person, hour: at(hours[0] ?? 12), what: 'block' }]
        const [first, second] = hours.map(at)
        if (first === undefined) return []
        if (day === returnsOn) return [{ person, hour: first, what: 'return' }]
        if (day > comesOn && !draw.isSo(diligence, 'learns', day)) return []
        const isTwice = second !== undefined && second !== first && draw.isSo(0.15, 'twice', day)
        return [first, ...(isTwice ? [second] : [])].map((hour) => ({ person, hour, what: 'learn' }))
      })
    })
    .filter(({ hour }) => hour < days * 24)
    .sort((a, b) => a.hour - b.hour)
