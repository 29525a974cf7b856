import { z } from 'zod'

/** ISO, of years that calendars can reckon with. */
export const momentSchema = z.iso.datetime().regex(/^(19[7-9]|2\d)/)
