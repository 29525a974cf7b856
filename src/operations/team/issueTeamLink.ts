import type { PayloadRequest } from 'payload'

import type { TeamRole } from '../../contracts/team.ts'
import { AppError } from '../../errors/AppError.ts'
import { issueCode, type IssuedCode } from '../accounts/issueCode.system.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { readPlatform } from '../platform/readPlatform.system.ts'
import { botLink } from '../platform/telegramLinks.ts'

const dayMs = 24 * 60 * 60_000

/**
 * A link to be given to one person: whoever opens it first in Telegram joins the course. Good for a day.
 * @throws {AppError} platformBotMissing (409), courseOwnerOnly (403), courseNotFound (404)
 */
export const issueTeamLink = async (options: {
  req: PayloadRequest
  courseId: string
  role: TeamRole
}): Promise<Omit<IssuedCode, 'code'> & { link: string }> => {
  const { req, courseId, role } = options
  const course = await findOwnCourse({ req, courseId })
  const { username } = await readPlatform(req)
  if (username === null) throw new AppError({ code: 'platformBotMissing', status: 409 })
  const userId = String(req.user?.id)
  const { code, expiresAt } = await inTransaction(req, () =>
    issueCode({ req, kind: 'team', userId, courseId: course.id, teamRole: role, lifeMs: dayMs }),
  )
  return { expiresAt, link: botLink(username, `team_${code}`) }
}
