import { describe, expect, it } from 'vitest'

import type { Course, User } from '../../src/payload-types.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { textsOf } from '../helpers/handIn.ts'
import { shownText } from '../helpers/shownText.ts'
import { teachingScene } from '../helpers/teachingScene.ts'
import { waitFor } from '../helpers/waitFor.ts'

const hour = 3_600_000
const day = 24 * hour

describe('reminders', () => {
  const scene = teachingScene()

  const pass = (ms: number) => scene.emulator.advanceClock(ms)
  const now = async () => Date.parse((await scene.emulator.clock()).now)

  /** Somebody who learns in a new course, at the first step, and is never asleep. */
  const learning = async (course: Partial<Course> = {}) => {
    // Until they say so they have quiet hours, which the first reminder is planned by: everybody comes at noon.
    const noon = new Date(await now())
    noon.setUTCHours(36, 0, 0, 0)
    await pass(noon.getTime() - (await now()))
    const taught = await scene.teach(course)
    const learner = await scene.join(taught.bot)
    const { enrollment, user } = learner
    const choose = (data: Pick<Partial<User>, 'quietFrom' | 'quietTo' | 'timeZone'>) =>
      scene.payload.update({ collection: 'users', id: user, data })
    await choose({ quietFrom: null, quietTo: null })
    await learner.tap(/Start/, 'The text of One.')

    const said = () => textsOf(scene.emulator, taught.bot, learner.personId)
    const timers = async () =>
      (await scene.payload.find({ collection: 'timers', where: { enrollment: { equals: enrollment }, kind: { equals: 'reminder' } } })).docs // prettier-ignore
    const reminders = async () =>
      (await scene.payload.find({ collection: 'notices', where: { enrollment: { equals: enrollment } }, sort: 'createdAt' })).docs // prettier-ignore
    const state = async () => {
      const { rows } = await scene.payload.db.pool.query('SELECT state FROM enrollments WHERE id = $1', [
        enrollment,
      ])
      return rows[0]?.state
    }
    return { ...learner, ...taught, choose, said, timers, reminders, state }
  }
  /** What was due by now has come, and moved itself or gone. */
  const settled = (learner: Awaited<ReturnType<typeof learning>>) =>
    waitFor('the timer to have come', async () => {
      const at = await now()
      return (await learner.timers()).every(({ dueAt }) => Date.parse(dueAt) > at)
    })

  it('should call whoever stays away by the course’s ladder, the last time with a word, and then be silent', async () => {
    const learner = await learning()
    await pass(day)
    expect(await learner.waitFor('is waiting for you')).toContain('step 1, One')
    await pass(3 * day)
    await learner.waitFor('It has been a while')
    await pass(7 * day)
    await learner.waitFor('I will not remind you any more')
    expect(await learner.timers()).toEqual([])
    const before = (await learner.said()).length
    await pass(30 * day)
    await learner.tap(/Continue/, 'The text of One.')
    expect((await learner.said()).length).toBe(before + 1)
    await pass(day)
    await learner.waitFor('is waiting for you')
    // What is in the chat is reported a little later.
    await waitFor('all to be reported', async () => {
      const told = await learner.reminders()
      return told.length === 4 && told.every(({ status }) => status === 'sent')
    })
  })

  it('should count from the last thing that was done', async () => {
    const learner = await learning()
    await pass(20 * hour)
    await learner.tap(/Next/, 'The text of Two.')
    await pass(5 * hour)
    await settled(learner)
    expect(await learner.reminders()).toEqual([])
    await pass(19 * hour)
    expect(await learner.waitFor('is waiting for you')).toContain('step 2, Two')
  })

  it('should call once after an outage, and not in quiet hours', async () => {
    const learner = await learning()
    await learner.choose({ timeZone: 'UTC', quietFrom: 60, quietTo: 120 })
    await scene.stack.web.stop()
    const night = new Date((await now()) + 6 * day)
    night.setUTCHours(1, 30, 0, 0)
    await pass(night.getTime() - (await now()))
    await scene.stack.web.start()
    await settled(learner)
    expect(await learner.reminders()).toEqual([])
    const [timer] = await learner.timers()
    expect(timer?.dueAt.slice(11, 16)).toBe('02:00')
    await pass(hour)
    await learner.waitFor('is waiting for you')
    expect(await learner.reminders()).toHaveLength(1)
  })

  it('should leave whoever blocked the bot alone, and begin anew when they are back', async () => {
    const learner = await learning()
    await scene.emulator.block(learner.bot, learner.personId)
    await waitFor('the block to be known', async () => (await learner.state()).isBlocked)
    await pass(2 * day)
    await waitFor('the timer to go', async () => (await learner.timers()).length === 0)
    expect(await learner.reminders()).toEqual([])
    await scene.emulator.unblock(learner.bot, learner.personId)
    await learner.start('A course for tests')
    await pass(day)
    await learner.waitFor('is waiting for you')
  })

  it('should be switched off and on in the settings', async () => {
    const learner = await learning()
    await scene.emulator.send(learner.bot, learner.personId, '/settings')
    await learner.waitFor('Reminders: on')
    const settings = async () => (await scene.emulator.messages(learner.bot, learner.personId)).at(-1) ?? expect.fail('no settings') // prettier-ignore
    const choose = async (label: RegExp, expected: string) => {
      const { message_id, reply_markup } = await settings()
      const text = reply_markup?.inline_keyboard.flat().find((button) => label.test(button.text))?.text ?? ''
      await scene.emulator.tap(learner.bot, learner.personId, { message_id, text })
      await waitFor(expected, async () => shownText(await settings()).includes(expected))
    }
    await choose(/Switch/, 'Reminders: off')
    await pass(2 * day)
    await waitFor('the timer to go', async () => (await learner.timers()).length === 0)
    expect(await learner.reminders()).toEqual([])
    await choose(/Switch/, 'Reminders: on')
    expect(await learner.timers()).toHaveLength(1)
    await pass(day)
    await learner.waitFor('is waiting for you')
  })

  it('should remind nobody of a closed course, and go on when it is open again', async () => {
    const learner = await learning()
    const act = (what: string) => callWeb(scene.stack, 'POST', `/courses/${learner.course.id}/${what}`, { token: scene.author.token }) // prettier-ignore
    await act('unpublish')
    await pass(2 * day)
    await settled(learner)
    expect(await learner.reminders()).toEqual([])
    await act('publish')
    await pass(day)
    await learner.waitFor('is waiting for you')
  })

  it('should say the creator’s words, and count days in a row', async () => {
    const texts = { en: '{name}, “{step}” is yours.\n{days} days already!', ru: null }
    const ladder = [{ amount: 30, unit: 'hours' as const, texts }]
    const learner = await learning({ reminders: { isOn: true, ladder } })
    await learner.tap(/Next/, 'The text of Two.')
    await pass(day)
    await learner.tap(/Next/, '🔥 2 days in a row')
    await learner.waitFor('The text of Three.')
    await scene.emulator.send(learner.bot, learner.personId, '/progress')
    expect(await learner.waitFor('66%')).toContain('🔥 2 days in a row')
    await pass(30 * hour)
    const said = await learner.waitFor('is yours.')
    expect(said).toContain('Learner, “Three” is yours.')
    expect(said).toContain('I will not remind you any more')
  })

  it('should say in words what is wrong with a ladder, and keep nothing of it', async () => {
    const { course } = await buildCourse(scene.payload, { author: scene.author })
    const save = async (reminders: unknown, token = scene.author.token) =>
      callWeb<{ errors?: { data?: { errors: { path: string; message: string }[] } }[] }>(
        scene.stack,
        'PATCH',
        `/courses/${course.id}`,
        { token, body: { reminders } },
      )
    const rung = (parts: object = {}) => ({ amount: 1, unit: 'days', ...parts })
    const wrong: [unknown, string][] = [
      [{ isOn: true, ladder: [] }, 'reminders.ladder'],
      [{ isOn: true, ladder: Array.from({ length: 6 }, () => rung()) }, 'reminders.ladder'],
      [{ isOn: true, ladder: [rung({ amount: 0 })] }, 'reminders.ladder.0.amount'],
      [{ isOn: true, ladder: [rung({ amount: 1.5 })] }, 'reminders.ladder.0.amount'],
      [{ isOn: true, ladder: [rung({ unit: 'weeks' })] }, 'reminders.ladder.0.unit'],
      [{ isOn: true, ladder: [rung({ texts: { en: 'Hi {phone}' } })] }, 'reminders.ladder.0.texts.en'],
    ]
    for (const [reminders, path] of wrong) {
      const { status, body } = await save(reminders)
      expect([status, body.errors?.[0]?.data?.errors.map((error) => error.path)]).toEqual([400, [path]])
    }
    expect((await save({ isOn: false, ladder: [] }, (await createUser(scene.payload)).token)).status).toBe(
      403,
    )
    const { reminders } = await scene.payload.findByID({ collection: 'courses', id: course.id })
    expect(reminders?.ladder).toMatchObject([rung(), rung({ amount: 3 }), rung({ amount: 7 })])
    expect((await save({ isOn: false, ladder: [] })).status).toBe(200)
  })
})
