import { Temporal } from 'temporal-polyfill'

/**
 * Moment and zone as a person there reads them.
 * @param iso a moment
 */
export const zonedAt = (iso: string, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(Date.parse(iso)).toZonedDateTimeISO(zone)
