import type { Pool } from 'pg'

import { AppError } from '../../errors/AppError.ts'

/** How long a change may go unnoticed, in ms: courses that were changed are asked for that often, while somebody reads. */
const noticedMs = 300
/** What is counted or named of a course (learners, ratings, its author) does not change the course. */
const keptMs = 5000
/** Changes of transactions that took so long are noticed in time. */
const changedWithin = '90 seconds'

type Entry<Answer> = {
  courseId: string
  answer: Answer
  /** Of the course, in milliseconds since 1970, when the answer was made. */
  updatedMs: number
  until: number
}

/**
 * What anybody may read of published courses, made once and remembered by this process. A change of a course is noticed
 * within a third of a second, whichever process made it; nothing is asked for while nobody reads.
 * @param most how many answers are remembered
 */
export const createPublishedCache = <Answer>(pool: Pool, most = 5000) => {
  const entries = new Map<string, Entry<Answer>>()
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | undefined

  const forgetChanged = async () => {
    const { rows } = await pool.query<{ id: string; updatedMs: number }>({
      name: 'changed-courses',
      text: `SELECT id, (extract(epoch FROM updated_at) * 1000)::float8 AS "updatedMs" FROM courses
             WHERE updated_at > now() - $1::interval`,
      values: [changedWithin],
    })
    const changed = new Map(rows.map(({ id, updatedMs }) => [id, updatedMs]))
    for (const [key, { courseId, updatedMs }] of entries)
      if ((changed.get(courseId) ?? updatedMs) !== updatedMs) entries.delete(key)
  }

  const askNow = (): Promise<void> => {
    if (asking !== undefined) return asking
    const since = performance.now()
    asking = forgetChanged()
      .then(() => void (askedAt = since))
      .finally(() => (asking = undefined))
    return asking
  }

  const remember = (key: string, entry: Entry<Answer>) => {
    entries.delete(key)
    entries.set(key, entry)
    for (const oldest of entries.keys()) {
      if (entries.size <= most) break
      entries.delete(oldest)
    }
  }

  const isCurrent = () => performance.now() - askedAt <= noticedMs

  const find = (key: string): Answer | undefined => {
    const known = entries.get(key)
    return known !== undefined && known.until > performance.now() ? known.answer : undefined
  }

  const keyOf = (kind: string, courseId: string) => `${kind} ${courseId}`

  return {
    /** What is remembered, if that needs no asking whether it was changed. */
    peek: (kind: string, courseId: string): Answer | undefined =>
      isCurrent() ? find(keyOf(kind, courseId)) : undefined,
    /**
     * Remembered, or made now.
     * @param make the answer, and when the course was last changed; nothing when there is none, which is not remembered
     * @throws {AppError} notFound (404)
     */
    get: async (
      kind: string,
      courseId: string,
      make: () => Promise<{ answer: Answer; updatedMs: number } | null>,
    ): Promise<Answer> => {
      if (!isCurrent()) await askNow()
      const key = keyOf(kind, courseId)
      const known = find(key)
      if (known !== undefined) return known
      // From before the course is read: what changes meanwhile is noticed later.
      const until = performance.now() + keptMs
      const made = await make()
      if (made === null) throw new AppError({ code: 'notFound', status: 404 })
      remember(key, { courseId, ...made, until })
      return made.answer
    },
  }
}

export type PublishedCache<Answer> = ReturnType<typeof createPublishedCache<Answer>>
