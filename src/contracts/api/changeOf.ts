import { z } from 'zod'

/**
 * What may be written of a thing, each part of it optional. Whatever else it is answered with may be sent back, so that a
 * thing can be changed as it was read; nothing of that is changed.
 */
export const changeOf = <Written extends z.ZodRawShape>(written: Written, answered: z.ZodObject) => {
  const change = z.strictObject(written).partial()
  const others = Object.keys(answered.shape).filter((name) => !(name in written))
  const asAnswered = z.unknown().optional().describe('As it is answered: it changes nothing')
  return change
    .extend(Object.fromEntries(others.map((name) => [name, asAnswered])))
    .transform(
      (body) =>
        Object.fromEntries(Object.entries(body).filter(([name]) => name in written)) as z.output<
          typeof change
        >,
    )
}
