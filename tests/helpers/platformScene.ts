import type { Payload } from 'payload'

import type { CourseBotState } from '../../src/operations/bots/describeCourseBot.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { callWeb } from './callWeb.ts'
import { startPayload } from './proveOwnership.ts'
import { platformBot, type Stack } from './startStack.ts'
import { waitFor } from './waitFor.ts'

export type Creator = SignedIn & { personId: number }

/** What a creator does with the platform bot, in the admin and in Telegram. */
export const platformScene = (stack: Stack, payload: Payload) => {
  const { emulator } = stack
  const manager = platformBot.username

  const call = async <Body = CourseBotState>(
    creator: SignedIn,
    method: string,
    path: string,
    body?: unknown,
  ) => (await callWeb<Body>(stack, method, path, { token: creator.token, body })).body
  const readBot = (creator: SignedIn, courseId: string) => call(creator, 'GET', `/courses/${courseId}/bot`)
  const createPerson = async (name = 'Creator') =>
    (await emulator.createPerson({ first_name: name, language_code: 'en' })).id

  const said = async (personId: number, text: string | RegExp, after = 0) =>
    emulator.waitForMessage(
      manager,
      personId,
      ({ from, text: shown = '' }) =>
        from.is_bot && (typeof text === 'string' ? shown.includes(text) : text.test(shown)),
      { after },
    )

  /** Waits until the CMS knows the platform bot. */
  const ready = (creator: SignedIn) =>
    waitFor('the platform bot to be known', async () => {
      const body = await call<{ canLink: boolean }>(creator, 'GET', '/users/me/telegram-link')
      return body.canLink
    })

  const link = async (creator: SignedIn, personId: number) => {
    await ready(creator)
    const { link: address } = await call<{ link: string }>(creator, 'POST', '/users/me/telegram-link')
    await emulator.send(manager, personId, `/start ${startPayload(address)}`)
    await said(personId, 'is linked to')
  }

  const createCreator = async (): Promise<Creator> => {
    const creator = await createUser(payload)
    const personId = await createPerson()
    await link(creator, personId)
    return { ...creator, personId }
  }

  /** A published course of the creator's that waits for its bot. */
  const askedFor = async (creator: SignedIn, title = 'A course for tests', steps?: string[]) => {
    const { course } = await buildCourse(payload, {
      ...{ author: creator, course: { title }, steps, isPublished: true },
    })
    const bot = await call(creator, 'POST', `/courses/${course.id}/bot/request`)
    return { course, request: bot.request }
  }

  /** The tap: confirms the dialog of a `newbot` link. */
  const makeBot = async (personId: number, username: string) =>
    (await emulator.createManagedBot({ manager, person: personId, username, name: username })).bot

  const waitForState = (creator: SignedIn, courseId: string, state: CourseBotState['state']) =>
    waitFor(`the bot to be ${state}`, async () => {
      const bot = await readBot(creator, courseId)
      return bot.state === state && bot
    })

  return {
    manager,
    call,
    readBot,
    createPerson,
    said,
    ready,
    link,
    createCreator,
    askedFor,
    makeBot,
    waitForState,
  }
}
