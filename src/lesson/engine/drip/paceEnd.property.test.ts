import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { clockChanges, wallTime, whenShown } from '../../testing/wallClock.ts'
import { paceEnd } from './paceEnd.ts'
import type { DripPace } from './schedule.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const iso = (time: number) => new Date(time).toISOString()

const dayOf = (shown: number) => Math.floor(shown / dayMs)
/** 1: Monday. The first day of 1970 was a Thursday. */
const weekdayOf = (shown: number) => ((((dayOf(shown) + 3) % 7) + 7) % 7) + 1

/** All that a schedule allows, from before the earliest on: the first of it is the answer. */
const expected = (anchor: number, { amount, unit, weekdays, time }: DripPace, zone: string): number => {
  const earliest = unit === 'hours' ? anchor + amount * hourMs : anchor
  const from = wallTime(earliest, zone)
  const firstDay = dayOf(from) + (unit === 'days' ? amount : 0)
  const timeOfDay = time === null ? from - dayOf(from) * dayMs : time * minuteMs
  const isAsItIs = time === null && (unit === 'hours' || amount === 0)
  for (let day = firstDay; ; day += 1) {
    const moment = isAsItIs && day === firstDay ? earliest : whenShown(day * dayMs + timeOfDay, zone)
    const isAllowed = weekdays.length === 0 || weekdays.includes(weekdayOf(wallTime(moment, zone)))
    const isPlain = weekdays.length === 0 && time === null
    if (isPlain || (isAllowed && moment >= earliest && moment > anchor)) return moment
  }
}

const zones = Intl.supportedValuesOf('timeZone')
/** Summer time of every kind: half an hour (Lord Howe), at midnight (Cairo, Beirut), a day left out (Apia). */
const moving = [
  ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Beirut'],
  ...['America/Santiago', 'Pacific/Apia', 'Africa/Casablanca', 'Atlantic/Azores', 'Europe/Moscow'],
]
const changesOf = (zone: string, from: string, to: string) =>
  clockChanges(zone, Date.parse(from), Date.parse(to)).map((time) => ({ zone, time }))
const borders = [
  ...moving.flatMap((zone) => changesOf(zone, '2011-01-01', '2013-01-01')),
  ...zones.flatMap((zone) => changesOf(zone, '2025-06-01', '2027-06-01')),
]

const pace: fc.Arbitrary<DripPace> = fc.record({
  amount: fc.nat({ max: 40 }),
  unit: fc.constantFrom('hours' as const, 'days' as const),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
  time: fc.option(fc.nat({ max: 1439 })),
})
const anywhere = fc.record({
  zone: fc.constantFrom(...zones),
  time: fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2037-01-01') }),
})
const nearBorder = fc
  .tuple(fc.constantFrom(...borders), fc.integer({ min: -4000, max: 4000 }))
  .map(([{ zone, time }, minutes]) => ({ zone, time: time + minutes * minuteMs }))
const place = fc.oneof(anywhere, nearBorder)

describe('when a release comes after another', () => {
  it('should know zones and changes of clocks to try', () => {
    expect(zones.length).toBeGreaterThan(400)
    expect(borders.length).toBeGreaterThan(300)
  })

  it('should be the first moment that amount, weekdays and time allow, in every zone and over every change of clocks', () => {
    fc.assert(
      fc.property(place, pace, ({ zone, time }, one) => {
        expect(paceEnd(iso(time), one, zone)).toBe(iso(expected(time, one, zone)))
      }),
      { numRuns: 4000 },
    )
  })

  it('should be later than what it comes after, unless nothing at all is asked for', () => {
    fc.assert(
      fc.property(place, pace, ({ zone, time }, one) => {
        const isNothing = one.amount === 0 && one.weekdays.length === 0 && one.time === null
        const moment = Date.parse(paceEnd(iso(time), one, zone))
        if (isNothing) expect(moment).toBe(time)
        else expect(moment).toBeGreaterThan(time)
      }),
      { numRuns: 2000 },
    )
  })

  it('should count days by the calendar and hours by the clock that is never changed', () => {
    const at = '2026-03-27T11:30:00.000Z'
    const days: DripPace = { amount: 3, unit: 'days', weekdays: [], time: null }
    // Friday, 12:30 in Berlin; on Sunday clocks are put forward.
    expect(paceEnd(at, days, 'Europe/Berlin')).toBe('2026-03-30T10:30:00.000Z')
    expect(paceEnd(at, { ...days, amount: 72, unit: 'hours' }, 'Europe/Berlin')).toBe(
      '2026-03-30T11:30:00.000Z',
    )
    expect(paceEnd(at, { ...days, amount: 1, time: 540 }, 'Europe/Berlin')).toBe('2026-03-28T08:00:00.000Z')
    expect(paceEnd(at, { ...days, amount: 2, time: 540 }, 'Europe/Berlin')).toBe('2026-03-29T07:00:00.000Z')
    const workdays = { ...days, amount: 1, weekdays: [1, 2, 3, 4, 5], time: 540 }
    expect(paceEnd(at, workdays, 'Europe/Berlin')).toBe('2026-03-30T07:00:00.000Z')
  })

  it('should take a time that clocks put forward to the next day for that day', () => {
    const sundays: DripPace = { amount: 0, unit: 'hours', weekdays: [7], time: null }
    // Friday, 23:59 in Nuuk; on Saturday clocks are put forward from 23:00 to midnight.
    expect(paceEnd('2026-03-28T01:59:00.000Z', sundays, 'America/Nuuk')).toBe('2026-03-29T01:59:00.000Z')
  })
})
