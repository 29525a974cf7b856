import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import type { ApiRelease } from '../../contracts/api/courses.ts'
import type { Paging } from '../../contracts/api/paging.ts'
import { AppError } from '../../errors/AppError.ts'
import { describeChanges, type Changes } from '../../releases/describeChanges.ts'
import type { ReleaseContent } from '../../releases/buildReleaseContent.ts'
import { publicNameOf } from '../accounts/publicNameOf.ts'
import { transactionOf } from '../transactionOf.ts'
import { findEditableCourse } from './findEditableCourse.ts'

type Row = Omit<ApiRelease, 'createdAt'> & { createdMs: number; total: number }

/** A course's releases for its authors, newest first. @throws {AppError} courseNotFound (404) */
export const listReleases = async (
  req: PayloadRequest,
  courseId: string,
  { page, limit }: Paging,
): Promise<{ releases: ApiRelease[]; total: number }> => {
  await findEditableCourse({ req, courseId })
  const db = await transactionOf(req)
  const { rows } = await db.execute<Row>(sql`
    SELECT r.id, r.number::int, r.steps_count::int AS "stepsCount",
           (extract(epoch FROM r.created_at) * 1000)::float8 AS "createdMs", count(*) OVER ()::int AS total,
           ${sql.raw(publicNameOf('u'))} AS "publishedBy"
    FROM releases r LEFT JOIN users u ON u.id = r.published_by_id
    WHERE r.course_id = ${courseId}::uuid AND NOT r.is_preview
    ORDER BY r.number DESC LIMIT ${limit} OFFSET ${(page - 1) * limit}`)
  const releases = rows.map(({ createdMs, total: _total, ...release }) => ({
    ...release,
    createdAt: new Date(createdMs).toISOString(),
  }))
  return { releases, total: rows[0]?.total ?? 0 }
}

/**
 * What one release of a course has that another has not.
 * @throws {AppError} courseNotFound, releaseNotFound (404)
 */
export const compareReleases = async (
  req: PayloadRequest,
  { courseId, from, to }: { courseId: string; from: number; to: number },
): Promise<Changes> => {
  await findEditableCourse({ req, courseId })
  const db = await transactionOf(req)
  const { rows } = await db.execute<{ number: number; content: ReleaseContent }>(sql`
    SELECT number::int, content FROM releases
    WHERE course_id = ${courseId}::uuid AND NOT is_preview AND number IN (${from}, ${to})`)
  const find = (number: number): ReleaseContent => {
    const row = rows.find((release) => release.number === number)
    if (row === undefined) throw new AppError({ code: 'releaseNotFound', status: 404, details: { number } })
    return row.content
  }
  return describeChanges(find(from), find(to))
}
