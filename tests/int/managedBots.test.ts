import { randomBytes } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { auditedActs } from '../helpers/auditedActs.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { platformScene } from '../helpers/platformScene.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const newName = () => `made_${randomBytes(4).toString('hex')}_bot`

describe('managed bots', () => {
  let stack: Stack
  let payload: Payload
  let scene: ReturnType<typeof platformScene>
  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({}, { hasPlatformBot: true })
    scene = platformScene(stack, payload)
  })
  afterAll(() => stack.stop())
  afterEach(() => stack.emulator.clearFaults())

  it('should become the course’s bot with one tap, set up in order, and teach', async () => {
    const creator = await scene.createCreator()
    const { course, request } = await scene.askedFor(creator, 'Основы хангыля')
    expect(request).toMatchObject({
      isExpired: false,
      suggestedUsername: 'osnovy_khangylya_bot',
      hasStranger: false,
    })
    const shown = new URL(request?.link ?? '').searchParams.get('link') ?? ''
    expect(await stack.emulator.newBotLink(shown)).toMatchObject({
      manager: scene.manager,
      suggested_username: 'osnovy_khangylya_bot',
      suggested_name: 'Основы хангыля',
      is_free: true,
    })
    await scene.makeBot(creator.personId, 'osnovy_khangylya_bot')
    const live = await scene.waitForState(creator, course.id, 'live')
    expect(live).toMatchObject({ isManaged: true, hasOtherOwner: false, request: null, problem: null })
    await scene.said(creator.personId, 'is now the bot of “Основы хангыля”')

    const methods = (await stack.emulator.calls({ bot: 'osnovy_khangylya_bot' })).map(({ method }) => method)
    expect(methods.slice(0, 3)).toEqual(['getMe', 'setChatMenuButton', 'setMyName'])
    expect(methods.indexOf('setWebhook')).toBe(methods.length - 1)
    const learner = await learnInChat(stack, 'osnovy_khangylya_bot')
    await learner.start('Основы хангыля')
  })

  it('should take another username than the suggested one', async () => {
    const creator = await scene.createCreator()
    const { course } = await scene.askedFor(creator)
    const username = newName()
    await scene.makeBot(creator.personId, username)
    expect(await scene.waitForState(creator, course.id, 'live')).toMatchObject({ username })
    const { botUsername } = await payload.findByID({ collection: 'courses', id: course.id, joins: false })
    expect(botUsername).toBe(username)
  })

  it('should match two open requests by their usernames, and ask when neither fits', async () => {
    const creator = await scene.createCreator()
    const one = await scene.askedFor(creator, 'The first of two')
    const two = await scene.askedFor(creator, 'The second of two')
    await scene.makeBot(creator.personId, two.request?.suggestedUsername ?? '')
    await scene.waitForState(creator, two.course.id, 'live')
    expect(await scene.readBot(creator, one.course.id)).toMatchObject({ state: 'waitingForToken' })

    const three = await scene.askedFor(creator, 'The third of two')
    const username = newName()
    const bot = await scene.makeBot(creator.personId, username)
    const question = await scene.said(creator.personId, 'Several courses wait')
    const labels = question.reply_markup?.inline_keyboard?.flat().map(({ text }) => text)
    expect(labels).toEqual(['The first of two', 'The third of two'])
    await stack.emulator.tap(scene.manager, creator.personId, {
      message_id: question.message_id,
      text: 'The third of two',
    })
    expect(await scene.waitForState(creator, three.course.id, 'live')).toMatchObject({
      username: bot.username,
    })
    expect(await scene.readBot(creator, one.course.id)).toMatchObject({ state: 'waitingForToken' })
  })

  it('should leave a bot that somebody else made with the link alone, and say so', async () => {
    const creator = await scene.createCreator()
    const { course, request } = await scene.askedFor(creator, 'For nobody else')
    const stranger = await scene.createPerson('Stranger')
    await stack.emulator.send(scene.manager, stranger, '/start')
    await scene.makeBot(stranger, request?.suggestedUsername ?? '')
    await scene.said(stranger, 'belongs to another creator')
    const state = await waitFor('the stranger to be told of', async () => {
      const bot = await scene.readBot(creator, course.id)
      return bot.request?.hasStranger && bot
    })
    expect(state.state).toBe('waitingForToken')
    // The name is gone; the link now suggests another one.
    expect(state.request?.suggestedUsername).toBe('for_nobody_else_2_bot')
    await scene.makeBot(creator.personId, 'for_nobody_else_2_bot')
    await scene.waitForState(creator, course.id, 'live')
  })

  it('should not adopt a second bot of a second tap by itself', async () => {
    const creator = await scene.createCreator()
    const { course } = await scene.askedFor(creator)
    const first = newName()
    await scene.makeBot(creator.personId, first)
    await scene.waitForState(creator, course.id, 'live')
    await scene.makeBot(creator.personId, newName())
    await scene.said(creator.personId, 'none of yours is without a bot')
    expect(await scene.readBot(creator, course.id)).toMatchObject({ state: 'live', username: first })
  })

  it('should not adopt by an expired request, but offer to', async () => {
    const creator = await scene.createCreator()
    const { course } = await scene.askedFor(creator, 'Too late for it')
    await payload.db.pool.query(
      `UPDATE bot_requests SET expires_at = now() - interval '1 minute' WHERE course_id = $1`,
      [course.id],
    )
    expect((await scene.readBot(creator, course.id)).request).toMatchObject({ isExpired: true, link: null })
    const username = newName()
    await scene.makeBot(creator.personId, username)
    const offer = await scene.said(creator.personId, 'came too late')
    expect(await scene.readBot(creator, course.id)).toMatchObject({ state: 'waitingForToken' })
    await stack.emulator.tap(scene.manager, creator.personId, {
      message_id: offer.message_id,
      text: 'Too late for it',
    })
    expect(await scene.waitForState(creator, course.id, 'live')).toMatchObject({ username })
  })

  it('should finish after a crash between fetching the token and saving it', async () => {
    const creator = await scene.createCreator()
    const { course } = await scene.askedFor(creator)
    await stack.emulator.addFault({
      bot: scene.manager,
      method: 'getManagedBotToken',
      delay_ms: 60_000,
      after_apply: true,
      times: 1,
    })
    const username = newName()
    await scene.makeBot(creator.personId, username)
    await waitFor('the token to be asked for', async () => {
      const calls = await stack.emulator.calls({ bot: scene.manager })
      return calls.some(({ method }) => method === 'getManagedBotToken')
    })
    await stack.runner.kill()
    expect(await scene.readBot(creator, course.id)).toMatchObject({ state: 'waitingForToken' })
    await stack.runner.start()
    expect(await scene.waitForState(creator, course.id, 'live')).toMatchObject({ username })
    const { docs } = await payload.find({ collection: 'bots', where: { username: { equals: username } } })
    expect(docs).toHaveLength(1)
  })

  it('should go on with the token that its owner has rotated, and say when it has another owner', async () => {
    const creator = await scene.createCreator()
    const { course } = await scene.askedFor(creator)
    const username = newName()
    await scene.makeBot(creator.personId, username)
    await scene.waitForState(creator, course.id, 'live')
    const hooks = async () => (await stack.emulator.bot(username)).webhook.url
    await stack.emulator.rotateToken(username)
    expect(await hooks()).toBe('')
    await waitFor('the webhook to be armed anew', async () => (await hooks()) !== '')
    await scene.waitForState(creator, course.id, 'live')
    const learner = await learnInChat(stack, username)
    await learner.start('A course for tests')

    await stack.emulator.setOwner(username, await scene.createPerson('Another'))
    await waitFor('the panel to say so', async () => (await scene.readBot(creator, course.id)).hasOtherOwner)
  })

  it('should neither go to who pasted a made-up token of it, nor be kept from its owner by that', async () => {
    const owner = await scene.createCreator()
    const { course } = await scene.askedFor(owner, 'Of the owner')
    const username = newName()
    const { id } = await scene.makeBot(owner.personId, username)
    await scene.waitForState(owner, course.id, 'live')
    await scene.call(owner, 'DELETE', `/courses/${course.id}/bot`)
    await scene.waitForState(owner, course.id, 'waitingForToken')

    const stranger = await createUser(payload)
    const { course: other } = await buildCourse(payload, { author: stranger, isPublished: true })
    await scene.call(stranger, 'POST', `/courses/${other.id}/bot`, { token: `${id}:${'A'.repeat(35)}` })
    await scene.waitForState(stranger, other.id, 'needsRelink')
    await stack.emulator.rotateToken(username)
    // The owner is asked, as of every bot that has no course.
    const question = await scene.said(owner.personId, 'No course asked for')
    expect(await scene.readBot(stranger, other.id)).toMatchObject({ state: 'needsRelink', isManaged: false })
    await stack.emulator.tap(scene.manager, owner.personId, {
      message_id: question.message_id,
      text: 'Of the owner',
    })
    expect(await scene.waitForState(owner, course.id, 'live')).toMatchObject({ username })
    expect(await scene.readBot(stranger, other.id)).toMatchObject({ state: 'waitingForToken' })
  })

  it('should get another token when the creator asks for one, and let the bot go', async () => {
    const creator = await scene.createCreator()
    const { course } = await scene.askedFor(creator)
    const username = newName()
    await scene.makeBot(creator.personId, username)
    await scene.waitForState(creator, course.id, 'live')
    const versionOf = async () =>
      Number((await payload.find({ collection: 'bots', where: { course: { equals: course.id } }, showHiddenFields: true })).docs[0]?.secretVersion) // prettier-ignore
    const before = await versionOf()
    await scene.call(creator, 'POST', `/courses/${course.id}/bot/rotate`)
    await waitFor('another token', async () => (await versionOf()) > before)
    await scene.waitForState(creator, course.id, 'live')
    const replaced = (await stack.emulator.calls({ bot: scene.manager })).filter(
      ({ method }) => method === 'replaceManagedBotToken',
    )
    expect(replaced).toHaveLength(1)

    const { docs: rows } = await payload.find({
      collection: 'bots',
      where: { course: { equals: course.id } },
    })
    const asked = await auditedActs(payload, 'botRotationAsked', rows[0]!.id)
    expect(asked).toMatchObject([{ actorId: creator.user.id, actorRole: 'creator' }])

    await scene.call(creator, 'DELETE', `/courses/${course.id}/bot`)
    expect(await scene.waitForState(creator, course.id, 'waitingForToken')).toMatchObject({ username: null })
    expect((await stack.emulator.bot(username)).webhook.url).toBe('')
  })

  it('should tell its creator when Telegram refuses its token for good', async () => {
    const creator = await scene.createCreator()
    const { course } = await scene.askedFor(creator, 'Soon without a bot')
    const username = newName()
    await scene.makeBot(creator.personId, username)
    await scene.waitForState(creator, course.id, 'live')
    await stack.emulator.deleteBot(username)
    await scene.call(creator, 'POST', `/courses/${course.id}/bot/relink`)
    expect((await scene.waitForState(creator, course.id, 'needsRelink')).problem).toMatchObject({
      code: 'tokenRefused',
    })
    await scene.said(creator.personId, 'of “Soon without a bot” does not work')

    // Another one takes its place.
    await scene.call(creator, 'POST', `/courses/${course.id}/bot/request`)
    const next = newName()
    await scene.makeBot(creator.personId, next)
    expect(await scene.waitForState(creator, course.id, 'live')).toMatchObject({ username: next })
  })
})
