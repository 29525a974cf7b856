import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

import type { Course } from '../../src/payload-types.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { linkBot } from '../factories/linkBot.ts'
import { getTestPayload } from './getTestPayload.ts'
import { learnInChat } from './learnInChat.ts'
import { startStack, type Stack } from './startStack.ts'

/**
 * What a `describe` of courses in their chats begins with: the product and an author, there from the first `beforeAll`
 * on; bots that teach, and who learns with them. Faults of the emulator last no longer than their test.
 */
export const teachingScene = () => {
  let started: { stack: Stack; payload: Payload; author: SignedIn } | undefined
  const running = () => started ?? expect.fail('the product is not running yet')
  let bots = 0
  beforeAll(async () => {
    const payload = await getTestPayload()
    const stack = await startStack()
    started = { stack, payload, author: await createUser(payload) }
  })
  afterEach(() => running().stack.emulator.clearFaults())
  afterAll(() => started?.stack.stop())

  /** A course of the author's that its live bot teaches. */
  const teach = async (course: Partial<Course> = {}) => {
    const { stack, payload, author } = running()
    const built = await buildCourse(payload, { author, course, isPublished: true })
    const bot = `teacher${(bots += 1)}_bot`
    await linkBot(stack, { author, courseId: built.course.id, username: bot })
    return { ...built, bot }
  }
  /** Somebody new, whom the bot has welcomed to its course. */
  const join = async (bot: string) => {
    const { stack, payload } = running()
    const learner = await learnInChat(stack, bot)
    await learner.start('A course for tests')
    const where = { 'user.telegramId': { equals: learner.personId } }
    const { docs } = await payload.find({ collection: 'enrollments', where })
    const { id: enrollment, user } = docs[0] ?? expect.fail('no learner')
    return { ...learner, enrollment, user: String(user) }
  }

  return {
    get stack() {
      return running().stack
    },
    get emulator() {
      return running().stack.emulator
    },
    get payload() {
      return running().payload
    },
    get author() {
      return running().author
    },
    teach,
    join,
  }
}

export type TeachingScene = ReturnType<typeof teachingScene>
