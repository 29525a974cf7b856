const dayMs = 86_400_000
const minuteMs = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** What a clock in a zone shows, as if it were one in UTC: asked of Intl alone. */
export const wallTime = (time: number, zone: string): number => {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
    })
  formats.set(zone, format)
  const { year, month, day, hour, minute, second, fractionalSecond } = Object.fromEntries(
    format.formatToParts(time).map(({ type, value }) => [type, value]),
  )
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fractionalSecond}Z`)
}

/**
 * The first moment at which a clock there shows this; where it never does, as much after the jump as is missing.
 * A zone's clocks are at most a day from UTC, and are changed by a day at most.
 */
export const whenShown = (shown: number, zone: string): number => {
  const ahead = [shown - 2 * dayMs, shown + 2 * dayMs].map((near) => wallTime(near, zone) - near)
  const found = ahead.map((by) => shown - by).filter((time) => wallTime(time, zone) === shown)
  // Before the jump clocks were less ahead.
  return found.length > 0 ? Math.min(...found) : shown - Math.min(...ahead)
}

/** The moments between two at which a zone's clocks are changed, to the minute. */
export const clockChanges = (zone: string, from: number, to: number): number[] => {
  const ahead = (time: number) => wallTime(time, zone) - time
  const found: number[] = []
  for (let time = from; time < to; time += 14 * dayMs) {
    let [before, after] = [time, time + 14 * dayMs]
    if (ahead(before) === ahead(after)) continue
    while (after - before > minuteMs) {
      const middle = Math.floor((before + after) / 2 / minuteMs) * minuteMs
      if (ahead(middle) === ahead(before)) before = middle
      else after = middle
    }
    found.push(after)
  }
  return found
}
