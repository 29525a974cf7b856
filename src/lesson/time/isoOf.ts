import type { Temporal } from 'temporal-polyfill'

/** As product time is written everywhere: in UTC, with milliseconds. */
export const isoOf = ({ epochMilliseconds }: Temporal.ZonedDateTime): string =>
  new Date(epochMilliseconds).toISOString()
