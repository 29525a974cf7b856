import { z } from 'zod'

const written = /^-?\d{1,15}(\.\d{1,15})?$/

/** A number in an address, in digits: neither `0x10` nor `1e1`, nor with spaces. */
export const queryNumber = <Schema extends z.ZodType<number>>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' && written.test(value) ? Number(value) : value), schema)
