import { randomBytes } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { createUser } from '../factories/createUser.ts'
import { waitForBot } from '../factories/linkBot.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { platformScene } from '../helpers/platformScene.ts'
import { proveOwnership } from '../helpers/proveOwnership.ts'
import { recordTraces } from '../helpers/recordTraces.ts'
import { runnerClient } from '../helpers/runnerClient.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const newName = () => `made_${randomBytes(4).toString('hex')}_bot`

describe('the platform bot', () => {
  let stack: Stack
  let payload: Payload
  let scene: ReturnType<typeof platformScene>
  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({ LOG_LEVEL: 'trace' }, { hasPlatformBot: true })
    scene = platformScene(stack, payload)
  })
  afterAll(() => stack.stop())
  afterEach(() => stack.emulator.clearFaults())

  const runner = () => runnerClient(stack)
  const coursesOf = async (creator: { user: { id: string } }) =>
    (await payload.find({ collection: 'courses', where: { creator: { equals: creator.user.id } } })).docs
  const tell = (personId: number, text: string) => stack.emulator.send(scene.manager, personId, text)

  it('should say what to do to whoever has linked no account', async () => {
    await scene.ready(await createUser(payload))
    const personId = await scene.createPerson('Stranger')
    for (const text of ['/start', '/courses', '/newcourse Owls', '/start link_made-up'])
      await tell(personId, text)
    await scene.said(personId, 'I help creators of courses')
    await scene.said(personId, 'I do not know this link')
    const messages = await stack.emulator.messages(scene.manager, personId)
    const hints = messages.filter(({ from, text }) => from.is_bot && text?.includes('which account is yours'))
    expect(hints).toHaveLength(3)
  })

  it('should say to which account it is linked, and undo it', async () => {
    const creator = await scene.createCreator()
    const said = await scene.said(creator.personId, 'is linked to')
    expect(said.text).toContain(`${creator.user.email?.[0]}***@`)
    expect(said.text).not.toContain(creator.user.email)
    await tell(creator.personId, '/unlink')
    await scene.said(creator.personId, 'Unlinked.')
    const { body } = await callWeb(stack, 'GET', '/users/me/telegram-link', { token: creator.token })
    expect(body).toMatchObject({ isLinked: false })
    await tell(creator.personId, '/unlink')
    await scene.said(creator.personId, 'is linked to nothing')
  })

  it('should list a creator’s courses with the state of each bot', async () => {
    const creator = await scene.createCreator()
    const { course } = await scene.askedFor(creator, 'With a bot')
    await scene.askedFor(creator, 'Without one')
    const username = newName()
    await tell(creator.personId, '/help')
    await stack.emulator.createManagedBot({
      manager: scene.manager,
      person: creator.personId,
      username,
      name: 'x',
    })
    const choice = await scene.said(creator.personId, 'Several courses wait')
    await stack.emulator.tap(scene.manager, creator.personId, {
      message_id: choice.message_id,
      text: 'With a bot',
    })
    await scene.waitForState(creator, course.id, 'live')
    await tell(creator.personId, '/courses')
    const list = await scene.said(creator.personId, 'Your courses:')
    expect(list.text).toContain(`• With a bot (published): @${username} the bot is live`)
    expect(list.text).toContain('• Without one (published): waits for its bot')
    expect(list.text).toContain(`/admin/collections/courses/${course.id}`)
  })

  it('should make one draft of a title, however often it is told to', async () => {
    const creator = await scene.createCreator()
    await tell(creator.personId, '/newcourse')
    await scene.said(creator.personId, 'What is the course called?')
    await tell(creator.personId, '/newcourse   Owls  of the north ')
    const first = await scene.said(creator.personId, '“Owls of the north” is made')
    await tell(creator.personId, '/newcourse Owls of the north')
    await scene.said(creator.personId, '“Owls of the north” is made', first.message_id)
    expect(await coursesOf(creator)).toMatchObject([{ title: 'Owls of the north', isPublished: false }])
  })

  it('should make no course for an account that may not make any', async () => {
    const student = await createUser(payload, { role: 'student' })
    const personId = await scene.createPerson()
    await scene.link(student, personId)
    await tell(personId, '/newcourse Mine')
    await scene.said(personId, 'Your account does not make courses')
    expect(await coursesOf(student)).toEqual([])
  })

  it.each([{ duplicate: true as const }, { drop_answer: true as const }])(
    'should adopt a bot once although Telegram tells of it twice: %o',
    async (fault) => {
      const creator = await scene.createCreator()
      const { course } = await scene.askedFor(creator)
      await stack.emulator.addFault({
        target: 'delivery',
        bot: scene.manager,
        kind: 'managed_bot',
        times: 1,
        ...fault,
      })
      const username = newName()
      await scene.makeBot(creator.personId, username)
      await scene.waitForState(creator, course.id, 'live')
      await waitFor('the second telling', async () => {
        const logged = stack.runner.output().split('\n')
        const bot = await stack.emulator.bot(username)
        return logged.filter((line) => line.includes('was made or changed') && line.includes(String(bot.id))).length === 2 // prettier-ignore
      })
      const { docs } = await payload.find({ collection: 'bots', where: { username: { equals: username } } })
      expect(docs).toMatchObject([{ state: 'live', telegramBotId: (await stack.emulator.bot(username)).id }])
      const { docs: requests } = await payload.find({ collection: 'botRequests', where: { course: { equals: course.id } } }) // prettier-ignore
      expect(requests).toMatchObject([{ state: 'done', telegramUserId: creator.personId }])
    },
  )

  it('should give a bot to nobody but its owner, and to no course but theirs', async () => {
    const creator = await scene.createCreator()
    const other = await scene.createCreator()
    const theirs = await scene.askedFor(other, 'Of another creator')
    await scene.makeBot(creator.personId, newName())
    await scene.said(creator.personId, 'none of yours is without a bot')
    const mine = await scene.askedFor(creator, 'Of the owner')
    const { docs } = await payload.find({ collection: 'managedBots', where: { ownerTelegramId: { equals: creator.personId } } }) // prettier-ignore
    const telegramBotId = docs[0]?.telegramBotId ?? 0
    const choose = (personId: number, courseId: string, botId = telegramBotId) =>
      runner().chooseCourse({ telegramUserId: personId, telegramBotId: botId, courseId })
    expect(await choose(other.personId, theirs.course.id)).toEqual({ action: 'gone' })
    expect(await choose(creator.personId, theirs.course.id)).toEqual({ action: 'gone' })
    expect(await choose(creator.personId, mine.course.id, 999_999)).toEqual({ action: 'gone' })
    // Nor does a token reach a course that did not ask for that bot.
    const { docs: bots } = await payload.find({
      collection: 'bots',
      where: { course: { equals: theirs.course.id } },
    })
    const saved = await runner().saveBotToken(bots[0]?.id ?? '', { sealedToken: 'k1.made-up', telegramBotId })
    expect(saved).toEqual({ status: 'refused' })
    expect(await choose(creator.personId, mine.course.id)).toMatchObject({ action: 'adopt' })
  })

  it('should leave tokens and codes in no log, answer, row, version or job', async () => {
    const traces = await recordTraces(payload)
    const answers: string[] = []
    const creator = await scene.createCreator()
    const ask = async (method: string, path: string, body?: unknown) => {
      const answer = await callWeb<Record<string, string>>(stack, method, path, {
        token: creator.token,
        body,
      })
      answers.push(JSON.stringify(answer.body))
      return answer.body
    }
    const tokenOf = async (userId: number) => {
      const response = await fetch(
        `${stack.emulatorUrl}/bot${stack.platformToken}/getManagedBotToken?user_id=${userId}`,
      )
      return ((await response.json()) as { result: string }).result
    }

    // Made, replaced here, replaced by its owner; beside it one whose token was pasted.
    const { course } = await scene.askedFor(creator)
    const username = newName()
    const made = await scene.makeBot(creator.personId, username)
    await scene.waitForState(creator, course.id, 'live')
    const first = await tokenOf(made.id)
    await ask('POST', `/courses/${course.id}/bot/rotate`)
    const second = await waitFor('another token', async () => {
      const token = await tokenOf(made.id)
      return token !== first && token
    })
    await waitFor('the webhook', async () => (await stack.emulator.bot(username)).webhook.url !== '')
    const { token: third } = await stack.emulator.rotateToken(username)
    await waitFor('the webhook', async () => (await stack.emulator.bot(username)).webhook.url !== '')
    await scene.waitForState(creator, course.id, 'live')
    const { course: other } = await scene.askedFor(creator)
    const pastedName = newName()
    const pasted = await stack.emulator.createBot({ username: pastedName, name: 'Pasted' })
    await ask('POST', `/courses/${other.id}/bot`, { token: pasted.token })
    await proveOwnership(stack, { author: creator, courseId: other.id, username: pastedName, personId: creator.personId }) // prettier-ignore
    await waitForBot(stack, creator, other.id, 'live')

    const listed = [
      'bots',
      'botRequests',
      'managedBots',
      'courses',
      'courses/versions',
      'outbox',
      'deadLetters',
      'users',
    ]
    for (const path of listed) await ask('GET', `/${path}?depth=4&limit=100&showHiddenFields=true`)
    for (const path of [
      `/courses/${course.id}/bot`,
      '/globals/platform',
      '/users/me',
      '/users/me/telegram-link',
    ])
      await ask('GET', path)
    const places = {
      ...(await traces.read()),
      answers: answers.join('\n'),
      web: stack.web.output(),
      runner: stack.runner.output(),
    }
    // The places hold what they are thought to hold.
    expect(places.answers).toContain(username)
    expect(places.tables).toContain(username)
    expect(places.redis).toMatch(/gongbu:bots:/)
    expect(places.web).toContain('request completed')
    expect(places.runner).toContain('was made or changed')
    const secrets = [stack.platformToken, first, second, third, pasted.token].map(
      (token) => token.split(':')[1] ?? '',
    )
    expect(new Set(secrets.filter((secret) => secret.length >= 35)).size).toBe(5)
    const codes = (await stack.emulator.messages(scene.manager, creator.personId))
      .concat(await stack.emulator.messages(pastedName, creator.personId))
      .flatMap(({ text }) => /^\/start (?:link|own)_(.+)$/.exec(text ?? '')?.[1] ?? [])
    expect(codes).toHaveLength(2)
    for (const [place, text] of Object.entries(places)) {
      for (const secret of [...secrets, ...codes])
        expect([place, text.includes(secret)]).toEqual([place, false])
    }
  })
})
