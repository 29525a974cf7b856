import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import type { TelegramPerson } from '../../contracts/platform.ts'
import type { JoinTeamRequest, JoinTeamResponse } from '../../contracts/platformReview.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import type { User } from '../../payload-types.ts'
import { findCode } from '../accounts/findCode.system.ts'
import { spendCode } from '../accounts/spendCode.system.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { transactionOf } from '../transactionOf.ts'
import { joinTeam } from './joinTeam.system.ts'

/** Who has that Telegram account; a row is made for whoever the product has not met. */
const findPerson = async (req: PayloadRequest, person: TelegramPerson): Promise<User> => {
  const db = await transactionOf(req)
  await db.execute(sql`
    INSERT INTO users (telegram_id, first_name, last_name, username, language_code, role, is_active, subscription_plan,
                       created_at, updated_at)
    VALUES (${person.id}::numeric, ${person.firstName}, ${person.lastName}, ${person.username}, ${person.languageCode},
            'student', true, 'free', ${nowIso()}::timestamptz, ${nowIso()}::timestamptz)
    ON CONFLICT (telegram_id) DO NOTHING`)
  const { docs } = await req.payload.find({
    collection: slugs.users,
    where: { telegramId: { equals: person.id } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] as User
}

/** Whoever gave the link out may have lost the course since. */
const isStillOwner = async (req: PayloadRequest, userId: string, courseId: string): Promise<boolean> => {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT 1 FROM courses c JOIN users u ON u.id = ${userId}::uuid
    WHERE c.id = ${courseId}::uuid AND u.is_active AND (u.role = 'admin' OR c.creator_id = u.id)`)
  return rows.length > 0
}

const refused = (status: JoinTeamResponse['status']): JoinTeamResponse => ({
  status,
  courseTitle: null,
  role: null,
})

/** Somebody opened the platform bot with a link of `issueTeamLink`. Brought again it answers the same. */
export const joinByCode = async (
  req: PayloadRequest,
  { code, person }: JoinTeamRequest,
): Promise<JoinTeamResponse> => {
  try {
    return await inTransaction(req, async () => {
      const found = await findCode({ req, kind: 'team', code, telegramUserId: person.id })
      if (!('code' in found)) return refused(found.status)
      const [inviter, courseId, role] = [
        idOf(found.code.user),
        idOf(found.code.course),
        found.code.teamRole ?? 'mentor',
      ]
      if (inviter === null || courseId === null || !(await isStillOwner(req, inviter, courseId)))
        return refused('unknown')
      if (found.status === 'repeated') {
        const { title } = await req.payload.findByID({ collection: slugs.courses, id: courseId, req })
        return { status: 'joined', courseTitle: title, role }
      }
      const user = await findPerson(req, person)
      if (!user.isActive) return refused('unknown')
      const { title: courseTitle, creator } = await joinTeam({ req, courseId, user, role })
      // A creator who tries their own link keeps it for whom it is meant.
      if (idOf(creator) === user.id) return { status: 'own', courseTitle, role: null }
      await spendCode({ req, codeId: found.code.id, telegramUserId: person.id })
      return { status: 'joined', courseTitle, role }
    })
  } catch (error) {
    if (error instanceof AppError && error.code === 'coAuthorNotCreator') return refused('notCreator')
    if (error instanceof AppError && error.code === 'teamFull') return refused('full')
    throw error
  }
}
