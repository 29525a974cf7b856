import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { clockChanges } from '../testing/wallClock.ts'
import { afterDays } from './afterDays.ts'
import { firstZone } from './firstZone.ts'
import { isoFromLocal, localFromIso } from './localTime.ts'
import { nextAllowed } from './nextAllowed.ts'
import { nextWeekday } from './nextWeekday.ts'
import { startOfDay } from './startOfDay.ts'

const zones = Intl.supportedValuesOf('timeZone')
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

const formats = new Map<string, Intl.DateTimeFormat>()
/** What a clock there shows, asked of Intl and not of what is tested. */
const wall = (iso: string, zone: string) => {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: zone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit' },
      ...{ day: '2-digit', hour: '2-digit', minute: '2-digit' },
    })
  formats.set(zone, format)
  const parts = Object.fromEntries(
    format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  )
  const { year, month, day, hour, minute, weekday } = parts
  return {
    date: `${year}-${month}-${day}`,
    minutes: Number(hour) * 60 + Number(minute),
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday ?? '') + 1,
  }
}
const ms = (iso: string) => Date.parse(iso)
const iso = (time: number) => new Date(time).toISOString()

/** Milliseconds by which a clock there is ahead of UTC. */
const offset = (time: number, zone: string) => {
  const { date, minutes } = wall(iso(time), zone)
  return Date.parse(`${date}T00:00Z`) + minutes * minuteMs - Math.floor(time / minuteMs) * minuteMs
}
const changes = (zone: string, from: string, to: string) => clockChanges(zone, ms(from), ms(to))

/** The moments at which a clock there shows what one in UTC shows at `time`: none, one or two. */
const shownAt = (time: number, name: string): number[] => {
  const guesses = [time - dayMs, time + dayMs].map((near) => time - offset(near, name))
  return [...new Set(guesses)].filter((guess) => guess + offset(guess, name) === time).sort((a, b) => a - b)
}

const zone = fc.constantFrom(...zones)
const minutes = fc.integer({ min: 0, max: 1439 })
const anyTime = fc.integer({ min: ms('2000-01-01'), max: ms('2037-01-01') }).map(iso)
/** Of fifteen years: summer time of every kind: half an hour (Lord Howe), at midnight (Cairo, Beirut), a day left out (Apia). */
const oldBorders = [
  ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Beirut'],
  ...['America/Santiago', 'Pacific/Apia', 'Africa/Casablanca', 'Europe/Moscow', 'Atlantic/Azores'],
].flatMap((name) => changes(name, '2010-01-01', '2025-06-01').map((time) => ({ zone: name, time })))
const borders = [
  ...oldBorders,
  ...zones.flatMap((name) => changes(name, '2025-06-01', '2027-06-01').map((time) => ({ zone: name, time }))),
]
const nearBorder = fc
  .tuple(fc.constantFrom(...borders), fc.integer({ min: -3000, max: 3000 }))
  .map(([border, distance]) => ({ zone: border.zone, at: iso(border.time + distance * minuteMs) }))
const place = fc.oneof(fc.record({ zone, at: anyTime }), nearBorder)
const holds = (check: (place: { zone: string; at: string }, minutes: number, other: number) => void) =>
  fc.assert(fc.property(place, minutes, minutes, check), { numRuns: 1500 })

describe('arithmetic in every zone of the IANA database', () => {
  it('should know borders to try', () => {
    expect(zones.length).toBeGreaterThan(400)
    expect(borders.length).toBeGreaterThan(500)
  })

  it('should begin a day where its date begins', () => {
    holds(({ zone: name, at }) => {
      const start = startOfDay(at, name)
      expect(ms(start)).toBeLessThanOrEqual(ms(at))
      expect(wall(start, name).date).toBe(wall(at, name).date)
      expect(wall(iso(ms(start) - 1), name).date).not.toBe(wall(at, name).date)
    })
  })

  it('should find the next weekday at a time, and none before it', () => {
    fc.assert(
      fc.property(
        place,
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        minutes,
        ({ zone: name, at }, weekdays, time) => {
          const next = nextWeekday(at, weekdays, time, name) ?? ''
          const shown = wall(next, name)
          expect(ms(next)).toBeGreaterThan(ms(at))
          expect(weekdays).toContain(shown.weekday)
          // Later than asked only where clocks jump over the time: there never was such a time on that day.
          const jump = shown.minutes - time
          if (jump !== 0) {
            expect(jump).toBeGreaterThan(0)
            expect(offset(ms(next), name) - offset(ms(next) - jump * minuteMs - minuteMs, name)).toBe(
              jump * minuteMs,
            )
          }
          for (let days = 0; days < 15; days += 1) {
            const [first] = shownAt(Date.parse(wall(at, name).date) + days * dayMs + time * minuteMs, name)
            if (first === undefined || first <= ms(at) || first >= ms(next)) continue
            expect(weekdays).not.toContain(wall(iso(first), name).weekday)
          }
        },
      ),
      { numRuns: 1500 },
    )
    expect(nextWeekday('2026-03-01T10:00:00.000Z', [], 0, 'UTC')).toBeNull()
  })

  it('should come so many days later at the time on the wall', () => {
    fc.assert(
      fc.property(place, fc.nat({ max: 400 }), fc.option(minutes), ({ zone: name, at }, days, time) => {
        const later = afterDays(at, days, time, name)
        const [from, to] = [wall(at, name), wall(later, name)]
        const passed = (Date.parse(to.date) - Date.parse(from.date)) / dayMs
        const jumped = passed * 1440 + to.minutes - (days * 1440 + (time ?? from.minutes))
        // Only clocks that jump make it another time, and then a later one: by as much as they jump, a day at most.
        expect(jumped).toBeGreaterThanOrEqual(0)
        if (jumped > 0)
          expect(offset(ms(later), name) - offset(ms(later) - (jumped + 1) * minuteMs, name)).toBe(
            jumped * minuteMs,
          )
      }),
      { numRuns: 1500 },
    )
  })

  it('should end in hours that are not quiet, at once or as soon as they come', () => {
    const quietAt = (time: string, name: string, from: number, to: number) => {
      const shown = wall(time, name).minutes
      return from <= to ? shown >= from && shown < to : shown >= from || shown < to
    }
    holds(({ zone: name, at }, from, to) => {
      const allowed = nextAllowed(at, { from, to }, name)
      if (!quietAt(at, name, from, to)) {
        expect(allowed).toBe(at)
        return
      }
      expect(quietAt(allowed, name, from, to)).toBe(false)
      expect(ms(allowed)).toBeGreaterThan(ms(at))
      // It was quiet all the time until then.
      for (let time = ms(allowed) - minuteMs; time > ms(at); time -= 97 * minuteMs)
        expect(quietAt(iso(time), name, from, to)).toBe(true)
    })
  })

  it('should read the time in a field as it has written it', () => {
    holds(({ zone: name, at }) => {
      const local = localFromIso(at, name)
      const back = isoFromLocal(local, name) ?? ''
      expect(localFromIso(back, name)).toBe(local)
      // Of a time that comes twice it is the first.
      expect(ms(back)).toBeLessThanOrEqual(ms(at))
    })
    for (const none of ['', 'tomorrow', '2026-13-01T10:00']) expect(isoFromLocal(none, 'UTC')).toBeNull()
  })
})

describe('where clocks are changed', () => {
  it('should be later by the jump where there is no such time, and the first where there are two', () => {
    const berlin = 'Europe/Berlin'
    expect(afterDays('2026-03-28T09:00:00.000Z', 1, 150, berlin)).toBe('2026-03-29T01:30:00.000Z')
    expect(afterDays('2026-10-24T09:00:00.000Z', 1, 150, berlin)).toBe('2026-10-25T00:30:00.000Z')
    // Days are those of the calendar: this one has 23 hours.
    expect(afterDays('2026-03-28T11:00:00.000Z', 1, null, berlin)).toBe('2026-03-29T10:00:00.000Z')
  })

  it('should pass a weekday that a zone has left out', () => {
    // Samoa went from Thursday the 29th to Saturday the 31st of December 2011.
    expect(nextWeekday('2011-12-29T12:00:00.000Z', [5], 600, 'Pacific/Apia')).toBe('2012-01-05T20:00:00.000Z')
  })

  it('should keep quiet a second time where clocks are put back into quiet hours', () => {
    const quiet = { from: 22 * 60, to: 150 }
    expect(nextAllowed('2026-10-25T00:40:00.000Z', quiet, 'Europe/Berlin')).toBe('2026-10-25T00:40:00.000Z')
    expect(nextAllowed('2026-10-25T01:10:00.000Z', quiet, 'Europe/Berlin')).toBe('2026-10-25T01:30:00.000Z')
  })

  it('should begin the day after midnight where midnight is jumped over', () => {
    expect(startOfDay('2026-04-24T12:00:00.000Z', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z')
  })
})

describe('firstZone', () => {
  it('should take the first that there is, and UTC for none', () => {
    expect(firstZone(null, 'Mars/Phobos', 'Asia/Seoul', 'Europe/Moscow')).toBe('Asia/Seoul')
    expect(firstZone(undefined, '', '+03:00', "'; drop", 'x'.repeat(99))).toBe('UTC')
    for (const name of zones) expect(firstZone(name)).toBe(name)
  })
})
