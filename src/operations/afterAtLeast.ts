import { setTimeout } from 'node:timers/promises'

/** What the work gives, or how it fails, after so many ms and not before. */
export const afterAtLeast = async <Result>(ms: number, work: Promise<Result>): Promise<Result> => {
  const [done] = await Promise.allSettled([work, setTimeout(ms)])
  if (done.status === 'rejected') throw done.reason
  return done.value
}
