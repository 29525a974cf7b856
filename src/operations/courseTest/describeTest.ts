import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { LearnerState } from '../../lesson/engine/learnerState.ts'
import type { Course, Tester } from '../../payload-types.ts'
import { checkShowable } from '../../releases/checkShowable.ts'
import { hashContent } from '../../releases/hashContent.ts'
import { findCourseBot } from '../bots/findCourseBot.system.ts'
import { describeProblems, type DescribedProblem } from '../courses/describeProblems.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { readWorkingCopy } from '../courses/readWorkingCopy.ts'
import { idOf } from '../idOf.ts'
import { botLink } from '../platform/telegramLinks.ts'
import { countFreePlaces } from './countFreePlaces.system.ts'
import { findPreview } from './findPreview.system.ts'
import { isTestable } from './requireTestableBot.ts'

export type TesterState = {
  id: string
  name: string
  username: string | null
  isCreator: boolean
  lastActionAt: string | null
  /** In the test: not begun, under way, or through. */
  status: LearnerState['status']
}

/** What the course's bot panel shows of its test. */
export type TestState = {
  /** Whether the course has a bot in which it can be tried. */
  hasBot: boolean
  isArchived: boolean
  /** What is tested now; `isCurrent`: it is the working copy. */
  preview: { createdAt: string; stepsCount: number; isCurrent: boolean } | null
  /** What of the working copy cannot be shown. */
  problems: DescribedProblem[]
  /** Where it is tried. */
  link: string | null
  /** Whether Telegram itself keeps everybody else out of the bot while the course is not published. */
  isPrivate: boolean
  /** Whether it is known which Telegram account is the creator's, who then tests without an invitation. */
  isCreatorLinked: boolean
  /** The link that was given out last: it cannot be shown again. */
  invitation: { expiresAt: string } | null
  testers: TesterState[]
  freePlaces: number
}

const findTesters = async (req: PayloadRequest, course: Course, creatorTelegramId: number | null) => {
  const { docs } = await req.payload.find({
    collection: slugs.testers,
    where: { course: { equals: course.id } },
    sort: ['-isCreator', 'joinedAt', 'id'],
    pagination: false,
    limit: 0,
    req,
  })
  // Who was the course's creator once tests it no more.
  return (docs as Tester[]).filter(
    ({ isCreator, telegramId }) => !isCreator || telegramId === creatorTelegramId,
  )
}

const findInvitation = async (req: PayloadRequest, courseId: string): Promise<TestState['invitation']> => {
  const { docs } = await req.payload.find({
    collection: slugs.linkCodes,
    where: {
      and: [
        { course: { equals: courseId } },
        { kind: { equals: 'test' } },
        { expiresAt: { greater_than: nowIso() } },
      ],
    },
    limit: 1,
    pagination: false,
    req,
  })
  const [code] = docs
  return code ? { expiresAt: code.expiresAt } : null
}

/** @throws {AppError} courseNotFound (404) */
export const describeTest = async (options: {
  req: PayloadRequest
  courseId: string
}): Promise<TestState> => {
  const { req, courseId } = options
  const course = await findOwnCourse(options)
  const working = await readWorkingCopy({ req, course })
  const found = await findCourseBot(options)
  const bot = isTestable(found) ? found : null
  const preview = bot && (await findPreview({ req, bot }))
  const creatorId = idOf(course.creator)
  const creator =
    creatorId === null
      ? null
      : await req.payload.findByID({ collection: slugs.users, id: creatorId, disableErrors: true, req })
  const testers = await findTesters(req, course, creator?.telegramId ?? null)
  return {
    hasBot: bot !== null,
    isArchived: course.isArchived,
    preview: preview && {
      createdAt: preview.createdAt,
      stepsCount: preview.stepsCount,
      isCurrent: preview.contentHash === hashContent(working),
    },
    problems: describeProblems(checkShowable(working), options),
    link: bot?.username ? botLink(bot.username) : null,
    isPrivate: bot?.isManaged === true && !course.isPublished,
    isCreatorLinked: typeof creator?.telegramId === 'number',
    invitation: bot === null ? null : await findInvitation(req, courseId),
    testers: testers.map(({ id, name, username, isCreator, lastActionAt, state }) => ({
      id,
      name,
      username: username ?? null,
      isCreator,
      lastActionAt: lastActionAt ?? null,
      status: (state as unknown as LearnerState).status,
    })),
    freePlaces: bot === null ? 0 : Math.max(0, await countFreePlaces({ req, course, bot })),
  }
}
