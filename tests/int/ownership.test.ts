import { createHash, randomInt } from 'node:crypto'

import { createLocalReq, type Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { TelegramPerson } from '../../src/contracts/platform.ts'
import { linkTelegram } from '../../src/operations/accounts/linkTelegram.system.ts'
import { maskAddress } from '../../src/operations/accounts/maskAddress.ts'
import { applyActions } from '../../src/operations/applyActions/applyActions.system.ts'
import { attachBot } from '../../src/operations/bots/attachBot.ts'
import { proveOwnership } from '../../src/operations/bots/proveOwnership.system.ts'
import { reportBot } from '../../src/operations/runner/reportBot.system.ts'
import type { Bot } from '../../src/payload-types.ts'
import { processState } from '../../src/processState.ts'
import { buildAction } from '../factories/buildAction.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { buildTaughtCourse, buildToken } from '../factories/buildTaughtCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'
import { startPayload } from '../helpers/proveOwnership.ts'

const newPerson = (): TelegramPerson => ({
  id: randomInt(1_000_000, 2 ** 40),
  firstName: 'Tess',
  lastName: null,
  username: 'tess',
  languageCode: 'en',
})

type Pasted = { author: SignedIn; courseId: string; bot: Bot }

describe('the proof of a pasted bot', () => {
  let payload: Payload
  beforeAll(async () => {
    payload = await getTestPayload()
  })
  afterEach(() => {
    processState().clockOffsetMs = 0
  })
  afterAll(() => payload.destroy())

  const readBot = async (courseId: string): Promise<Bot> => {
    const where = { course: { equals: courseId } }
    const { docs } = await payload.find({ collection: 'bots', where, showHiddenFields: true, depth: 0 })
    return docs[0] as Bot
  }
  const paste = async (author: SignedIn, courseId: string, token = buildToken()): Promise<Bot> => {
    await attachBot({ req: await createLocalReq({ user: author.user }, payload), courseId, token })
    const { id, secretVersion } = await readBot(courseId)
    // As the runner reports after getMe.
    await reportBot({
      req: await createLocalReq({}, payload),
      botId: id,
      report: {
        secretVersion,
        state: 'unproven',
        identity: { username: `pasted_${secretVersion}_bot`, name: 'Pasted' },
        applied: {},
      },
    })
    return readBot(courseId)
  }
  /** A published course with a pasted bot that waits for its owner. */
  const pasted = async (author?: SignedIn): Promise<Pasted> => {
    const built = await buildCourse(payload, { author, isPublished: true })
    const bot = await paste(built.author, built.course.id)
    return { author: built.author, courseId: built.course.id, bot }
  }
  const nonceFor = async ({ author, courseId }: Pasted) => {
    const { body, status } = await callApi<{ link: string }>('POST', `/courses/${courseId}/bot/proof`, {
      token: author.token,
    })
    expect(status).toBe(200)
    return startPayload(body.link).replace('own_', '')
  }
  const answerTo = async ({ bot }: Pick<Pasted, 'bot'>, nonce: string, person: TelegramPerson) =>
    proveOwnership({ req: await createLocalReq({}, payload), botId: bot.id, request: { nonce, person } })
  const prove = async ({ bot }: Pick<Pasted, 'bot'>, nonce: string, person: TelegramPerson) =>
    (await answerTo({ bot }, nonce, person)).status
  const telegramIdOf = async ({ user }: SignedIn) =>
    (await payload.findByID({ collection: 'users', id: user.id })).telegramId ?? null

  it('should be given once, by the author’s Telegram account', async () => {
    const person = newPerson()
    const author = await createUser(payload, { telegramId: person.id })
    const scene = await pasted(author)
    const nonce = await nonceFor(scene)
    const { rows } = await payload.db.pool.query<{ hash: string }>(
      'SELECT hash FROM link_codes WHERE course_id = $1',
      [scene.courseId],
    )
    expect(rows).toEqual([{ hash: createHash('sha256').update(nonce).digest('base64url') }])

    expect(await prove(scene, nonce, person)).toBe('proven')
    expect(await readBot(scene.courseId)).toMatchObject({
      isProven: true,
      ownerTelegramId: person.id,
      state: 'settingUp',
    })
    // The update was brought twice; and somebody found the link.
    expect(await prove(scene, nonce, person)).toBe('proven')
    expect(await prove(scene, nonce, newPerson())).toBe('used')
    const again = await callApi('POST', `/courses/${scene.courseId}/bot/proof`, { token: author.token })
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'botNeedsNoProof' } } })
  })

  it('should link an author who has no Telegram account yet', async () => {
    const scene = await pasted()
    const person = newPerson()
    const account = maskAddress(scene.author.email)
    expect(await answerTo(scene, await nonceFor(scene), person)).toEqual({ status: 'proven', account })
    expect(await telegramIdOf(scene.author)).toBe(person.id)
  })

  const learnSomething = async (person: TelegramPerson) => {
    const { bot: taught } = await buildTaughtCourse(payload)
    const actions = [buildAction({ botId: taught.id, telegramUserId: person.id })]
    await applyActions({ payload, request: { actions, receipts: [] } })
  }
  const learnedBy = async (userId: string) =>
    (await payload.count({ collection: 'enrollments', where: { user: { equals: userId } } })).totalDocs

  it('should be given by somebody who has learned, and take neither their Telegram account nor their learning', async () => {
    const person = newPerson()
    await learnSomething(person)
    const scene = await pasted()
    const nonce = await nonceFor(scene)
    expect(await answerTo(scene, nonce, person)).toEqual({ status: 'proven', account: null })
    // The update was brought twice.
    expect(await answerTo(scene, nonce, person)).toEqual({ status: 'proven', account: null })
    expect(await prove(scene, nonce, newPerson())).toBe('used')
    expect(await telegramIdOf(scene.author)).toBeNull()
    expect(await learnedBy(scene.author.user.id)).toBe(0)
    expect(await readBot(scene.courseId)).toMatchObject({ isProven: true, ownerTelegramId: person.id })
    const panel = () =>
      callApi<{ hasOtherOwner: boolean }>('GET', `/courses/${scene.courseId}/bot`, {
        token: scene.author.token,
      })
    expect((await panel()).body.hasOtherOwner).toBe(false)

    // Linked on their account's page later, they are known as the owner; somebody else would be as a stranger.
    const link = async (who: TelegramPerson) =>
      linkTelegram({
        req: await createLocalReq({}, payload),
        userId: scene.author.user.id,
        person: who,
        takesLearning: true,
      })
    expect(await link(newPerson())).toBe('linked')
    expect((await panel()).body.hasOtherOwner).toBe(true)
    expect(await link(person)).toBe('linked')
    expect((await panel()).body.hasOtherOwner).toBe(false)
    expect(await learnedBy(scene.author.user.id)).toBe(1)
  })

  it('should not be given by a learner who is barred', async () => {
    const person = newPerson()
    await learnSomething(person)
    const where = { telegramId: { equals: person.id } }
    await payload.update({ collection: 'users', where, data: { isActive: false } })
    const scene = await pasted()
    expect(await prove(scene, await nonceFor(scene), person)).toBe('taken')
    expect(await readBot(scene.courseId)).toMatchObject({ isProven: false })
  })

  it('should let one of two people who use a nonce at once have the bot', async () => {
    const scene = await pasted()
    const nonce = await nonceFor(scene)
    const outcomes = await Promise.all(
      [newPerson(), newPerson()].map((person) => prove(scene, nonce, person)),
    )
    expect(outcomes.toSorted()).toEqual(['proven', 'used'])
  })

  it('should not be given by another person, whose tap spends nothing', async () => {
    const person = newPerson()
    const scene = await pasted(await createUser(payload, { telegramId: person.id }))
    const nonce = await nonceFor(scene)
    expect(await prove(scene, nonce, newPerson())).toBe('foreign')
    expect(await readBot(scene.courseId)).toMatchObject({ isProven: false, state: 'unproven' })
    expect(await prove(scene, nonce, person)).toBe('proven')
  })

  it('should not be given by somebody who has another account', async () => {
    const person = newPerson()
    await createUser(payload, { telegramId: person.id })
    const scene = await pasted()
    expect(await prove(scene, await nonceFor(scene), person)).toBe('taken')
    expect(await telegramIdOf(scene.author)).toBeNull()
    expect(await readBot(scene.courseId)).toMatchObject({ isProven: false })
  })

  it('should be too late after ten minutes', async () => {
    const scene = await pasted()
    const nonce = await nonceFor(scene)
    processState().clockOffsetMs = 10 * 60_000 + 1000
    expect(await prove(scene, nonce, newPerson())).toBe('expired')
    expect(await readBot(scene.courseId)).toMatchObject({ isProven: false })
  })

  it('should count for the bot and course that it was asked for alone', async () => {
    const person = newPerson()
    const author = await createUser(payload, { telegramId: person.id })
    const one = await pasted(author)
    const two = await pasted(author)
    const nonce = await nonceFor(one)
    expect(await prove(two, nonce, person)).toBe('unknown')
    expect(await prove(one, 'made-up', person)).toBe('unknown')
    // Another bot took its place in the same course.
    const next = await paste(author, one.courseId)
    expect(await prove({ bot: next }, nonce, person)).toBe('unknown')
    expect(await readBot(one.courseId)).toMatchObject({ isProven: false })
  })

  it('should not be given by who gave the course away, or lost the account', async () => {
    const person = newPerson()
    const author = await createUser(payload, { telegramId: person.id })
    const [given, barred] = [await pasted(author), await pasted(author)]
    const nonces = [await nonceFor(given), await nonceFor(barred)] as const
    const heir = await createUser(payload)
    const transfer = await callApi('POST', `/courses/${given.courseId}/transfer`, {
      token: author.token,
      body: { email: heir.user.email },
    })
    expect(transfer.status).toBe(204)
    expect(await prove(given, nonces[0], person)).toBe('unknown')
    await payload.update({ collection: 'users', id: author.user.id, data: { isActive: false } })
    expect(await prove(barred, nonces[1], person)).toBe('unknown')
  })

  it('should keep a bot whose token is refused from whoever pastes another one, but its own creator', async () => {
    const person = newPerson()
    const scene = await pasted(await createUser(payload, { telegramId: person.id }))
    const refuse = async () =>
      reportBot({
        req: await createLocalReq({}, payload),
        botId: scene.bot.id,
        report: {
          secretVersion: (await readBot(scene.courseId)).secretVersion,
          state: 'needsRelink',
          error: { code: 'tokenRefused', description: 'Unauthorized' },
        },
      })
    const { telegramBotId } = scene.bot
    const pasteInto = async (author: SignedIn) => {
      const { course } = await buildCourse(payload, { author })
      await paste(author, course.id, `${telegramBotId}:${'A'.repeat(35)}`)
      return course.id
    }
    await prove(scene, await nonceFor(scene), person)
    await refuse()
    const stranger = await createUser(payload)
    await expect(pasteInto(stranger)).rejects.toMatchObject({ code: 'botServesAnotherCourse', status: 409 })
    expect(await readBot(scene.courseId)).toMatchObject({
      telegramBotId,
      isProven: true,
      state: 'needsRelink',
    })

    const theirs = await pasteInto(scene.author)
    expect(await readBot(scene.courseId)).toMatchObject({ telegramBotId: null, state: 'waitingForToken' })
    // Of this one nobody knows whose it is.
    await payload.update({
      collection: 'bots',
      id: (await readBot(theirs)).id,
      data: { state: 'needsRelink' },
    })
    expect(await readBot(await pasteInto(stranger))).toMatchObject({ telegramBotId, isProven: false })
  })

  it('should be wanted before anybody learns with the bot, and anew for another bot', async () => {
    const scene = await pasted()
    const start = () =>
      applyActions({
        payload,
        request: {
          actions: [buildAction({ botId: scene.bot.id, telegramUserId: newPerson().id })],
          receipts: [],
        },
      })
    const learners = async () =>
      (await payload.count({ collection: 'enrollments', where: { course: { equals: scene.courseId } } })).totalDocs // prettier-ignore
    await start()
    expect(await learners()).toBe(0)
    await prove(scene, await nonceFor(scene), newPerson())
    await start()
    expect(await learners()).toBe(1)

    const next = await paste(scene.author, scene.courseId)
    expect(next).toMatchObject({ isProven: false, ownerTelegramId: null })
    await start()
    expect(await learners()).toBe(1)
  })
})
