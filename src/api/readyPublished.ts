import type { Pool } from 'pg'

import { createPublishedCache } from '../operations/published/createPublishedCache.ts'
import { processState } from '../processState.ts'
import { ReadyAnswer } from './readyAnswer.ts'

type Read = (
  pool: Pool,
  courseId: string,
) => Promise<{ answer: { version: string }; updatedMs: number } | null>

const remembered = (pool: Pool) => (processState().published ??= createPublishedCache<ReadyAnswer>(pool))

/** The same, if this process remembers it and knows it to be current. */
export const peekPublished = (pool: Pool, courseId: string, read: Read): ReadyAnswer | undefined =>
  remembered(pool).peek(read.name, courseId.toLowerCase())

/**
 * What anybody may read of a published course, from this process's memory when it is known there.
 * @throws {AppError} notFound (404)
 */
export const readyPublished = (pool: Pool, courseId: string, read: Read): Promise<ReadyAnswer> => {
  return remembered(pool).get(read.name, courseId.toLowerCase(), async () => {
    const made = await read(pool, courseId)
    return made && { ...made, answer: new ReadyAnswer(made.answer) }
  })
}
