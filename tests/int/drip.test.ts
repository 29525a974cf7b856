import { describe, expect, it } from 'vitest'

import { recomputeProgress, type DatedFact } from '../../src/lesson/engine/recomputeProgress.ts'
import type { CourseDrip, StepDrip } from '../../src/lesson/engine/drip/schedule.ts'
import { noStep } from '../../src/lesson/engine/drip/noStep.ts'
import type { LearnerState } from '../../src/lesson/engine/types.ts'
import { zonedAt } from '../../src/lesson/time/zonedAt.ts'
import type { LearnerSteps } from '../../src/contracts/learnerSteps.ts'
import { endTimers } from '../../src/scheduler/endTimers.ts'
import type { User } from '../../src/payload-types.ts'
import { createReviewers } from '../factories/createReviewers.ts'
import { createUser } from '../factories/createUser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { textsOf } from '../helpers/handIn.ts'
import { shownText } from '../helpers/shownText.ts'
import { teachingScene } from '../helpers/teachingScene.ts'
import { waitFor } from '../helpers/waitFor.ts'

const hour = 3_600_000
const day = 24 * hour

describe('a course that is released by a schedule', () => {
  const scene = teachingScene()
  const now = async () => Date.parse((await scene.emulator.clock()).now)
  const pass = (ms: number) => scene.emulator.advanceClock(ms)
  const passUntil = async (moment: number) => pass(moment - (await now()))

  /** A day and a step at a time, unless it says something else. */
  const daily: CourseDrip & { isOn: true } = {
    ...{ isOn: true, per: 'step', isFirstAtOnce: true },
    ...{ amount: 1, unit: 'days', weekdays: [], time: null },
  }
  const taught = async (
    drip: Partial<CourseDrip> | null,
    { areFree = false, own = [] as (StepDrip | null)[] } = {},
  ) => {
    const built = await scene.teach()
    const { id } = built.course
    for (const [index, step] of built.steps.entries())
      await scene.payload.update({
        collection: 'steps',
        id: step.id,
        data: { isRequired: !areFree, drip: own[index] ?? null },
      })
    const publish = async (changed: Partial<CourseDrip> | null) => {
      const { token } = scene.author
      const body = { drip: changed === null ? null : { ...daily, ...changed } }
      const saved = await callWeb(scene.stack, 'PATCH', `/courses/${id}`, { token, body })
      expect(saved.status).toBe(200)
      const published = await callWeb(scene.stack, 'POST', `/courses/${id}/publish`, { token })
      expect(published.status).toBe(200)
    }
    await publish(drip)
    return { ...built, ids: built.steps.map((step) => step.id), publish }
  }

  /** Somebody who has begun, and is never asleep unless they say so. */
  const learning = async (
    { bot }: { bot: string },
    choice: Pick<Partial<User>, 'quietFrom' | 'quietTo' | 'timeZone'> = {},
  ) => {
    const learner = await scene.join(bot)
    const { enrollment, personId } = learner
    const data = { quietFrom: null, quietTo: null, timeZone: 'UTC', ...choice }
    await scene.payload.update({ collection: 'users', id: learner.user, data })
    const state = async () => {
      const { rows } = await scene.payload.db.pool.query<{ state: LearnerState }>(
        'SELECT state FROM enrollments WHERE id = $1',
        [enrollment],
      )
      return rows[0]?.state ?? expect.fail('no learner')
    }
    const where = { enrollment: { equals: enrollment } }
    const timers = async () =>
      (await scene.payload.find({ collection: 'timers', where: { ...where, kind: { in: ['drip', 'unlock'] } } })).docs // prettier-ignore
    const notices = async () =>
      (await scene.payload.find({ collection: 'notices', where: { ...where, kind: { equals: 'unlocks' } }, sort: 'createdAt' })).docs // prettier-ignore
    const facts = async () => {
      const { rows } = await scene.payload.db.pool.query<DatedFact & { at: Date }>(
        `SELECT type, step_id AS "stepId", release_id AS "releaseId", data, at FROM facts WHERE enrollment_id = $1 ORDER BY at, id`,
        [enrollment],
      )
      return rows.map((fact) => ({ ...fact, at: fact.at.toISOString() }))
    }
    const said = async () => textsOf(scene.emulator, bot, personId)
    const countSaid = async (words: string) => (await said()).filter((text) => text.includes(words)).length
    /** What was due by now has come. */
    const settled = () =>
      waitFor('the timers to have come', async () => {
        const at = await now()
        return (await timers()).every(({ dueAt }) => Date.parse(dueAt) > at)
      })
    const released = (stepId: string | undefined) =>
      waitFor('the step to be released', async () => (await state()).drip?.[stepId ?? ''] !== undefined)
    return { ...learner, state, timers, notices, facts, countSaid, settled, released }
  }

  it('should give one step after the other, tell of each once, and count from the one before', async () => {
    const course = await taught({})
    const [one = '', two = '', three = ''] = course.ids
    const learner = await learning(course)
    await learner.tap(/Start/, 'The text of One.')
    expect(await learner.tap(/Next/, 'The next step is not open yet')).toMatch(/It opens on .* UTC/)
    const [timer] = await learner.timers()
    expect(timer).toMatchObject({ kind: 'drip', step: two })
    await passUntil(Date.parse(timer?.dueAt ?? ''))
    expect(await learner.waitFor('A new step is open')).toContain('2. Two')
    await learner.tap(/Open/, 'The text of Two.')
    await learner.tap(/Next/, 'The next step is not open yet')
    await learner.settled()
    expect((await learner.timers()).map(({ step }) => step)).toEqual([three])
    expect((await learner.state()).drip?.[two]).toBe(timer?.dueAt)

    await pass(day)
    await learner.waitFor('3. Three')
    await learner.settled()
    expect(await learner.timers()).toEqual([])
    expect(await learner.countSaid('A new step is open')).toBe(2)
    const { drip = {} } = await learner.state()
    expect(Date.parse(drip[three] ?? '') - Date.parse(drip[two] ?? '')).toBe(day)
    expect(Date.parse(drip[two] ?? '') - Date.parse(drip[one] ?? '')).toBe(day)
    expect(recomputeProgress(await learner.facts()).released).toEqual(drip)
  })

  it('should bear two timers of a learner in one slice, as when a schedule is published just then', async () => {
    const course = await taught({}, { areFree: true })
    const learner = await learning(course)
    const [timer] = await learner.timers()
    await scene.payload.db.pool.query(
      `INSERT INTO timers (enrollment_id, course, kind, step, attempt, due_at, tries) VALUES ($1, $2, 'drip', $3, 0, $4, 0)`,
      [learner.enrollment, course.course.id, noStep, timer?.dueAt],
    )
    const now = timer?.dueAt ?? ''
    const ended = await endTimers(scene.payload.db.pool, { now, courses: [course.course.id], most: 50 })
    expect(ended.filter(({ kind }) => kind === 'drip')).toHaveLength(2)
    expect((await learner.timers()).map(({ step }) => step)).toEqual([course.ids[2]])
    expect((await learner.notices()).map(({ effect }) => effect)).toMatchObject([
      { stepIds: [course.ids[1]] },
    ])
  })

  it('should open on dates to all at once, and to who comes later from the beginning', async () => {
    const at = new Date((await now()) + day).toISOString()
    const course = await taught(null, { areFree: true, own: [null, { mode: 'date', at }] })
    const early = await learning(course)
    const other = await learning(course)
    expect((await early.timers()).map(({ step, dueAt }) => [step, dueAt])).toEqual([[course.ids[1], at]])
    await pass(day)
    for (const learner of [early, other]) {
      const told = await learner.waitFor('New steps are open: 2')
      expect(told).toContain('2. Two')
      expect(told).toContain('3. Three')
    }
    const late = await learning(course)
    expect(await late.timers()).toEqual([])
    expect(await late.notices()).toEqual([])
    await late.tap(/Start/, 'The text of One.')
    await late.tap(/Next/, 'The text of Two.')
  })

  it('should tell of all that has opened in quiet hours in one message at their end', async () => {
    const course = await taught({ amount: 1, unit: 'hours' }, { areFree: true })
    const start = new Date(await now()).getUTCHours() * 60
    const quiet = { quietFrom: start, quietTo: (start + 240) % 1440 }
    const learner = await learning(course, quiet)
    await learner.tap(/Start/, 'The text of One.')
    await pass(hour)
    await learner.released(course.ids[1])
    await pass(hour)
    await learner.released(course.ids[2])
    const [notice, ...more] = await learner.notices()
    expect(more).toEqual([])
    expect(notice).toMatchObject({ status: 'waiting', effect: { stepIds: course.ids.slice(1) } })
    const until = new Date(notice?.dueAt ?? '')
    expect(until.getUTCHours() * 60 + until.getUTCMinutes()).toBe(quiet.quietTo)
    expect(await learner.countSaid('New steps are open')).toBe(0)
    await passUntil(until.getTime())
    const told = await learner.waitFor('New steps are open: 2')
    expect(told).toMatch(/2\. Two[^]*3\. Three/)
    await pass(day)
    await learner.settled()
    expect(await learner.countSaid('New steps are open')).toBe(1)
    await waitFor('it to be known as sent', async () =>
      (await learner.notices()).every(({ status }) => status === 'sent'),
    )
    expect(await learner.notices()).toHaveLength(1)
  })

  it('should release to whoever has blocked the bot, and tell them nothing', async () => {
    const course = await taught({}, { areFree: true })
    const learner = await learning(course)
    await scene.emulator.block(course.bot, learner.personId)
    await waitFor('the block to be known', async () => (await learner.state()).isBlocked)
    await pass(day)
    await learner.released(course.ids[1])
    expect(await learner.notices()).toEqual([])
    await scene.emulator.unblock(course.bot, learner.personId)
    await learner.start('A course for tests')
    await learner.tap(/Start|Continue/, 'The text of One.')
    await learner.tap(/Next/, 'The text of Two.')
  })

  it('should keep release and word of it together: neither is there without the other', async () => {
    const course = await taught({}, { areFree: true })
    const learner = await learning(course)
    const query = (text: string) => scene.payload.db.pool.query(text)
    await query(
      `CREATE FUNCTION refuse_notice() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'no outbox'; END $$ LANGUAGE plpgsql`,
    )
    await query(
      `CREATE TRIGGER refuse_notice BEFORE INSERT ON outbox FOR EACH ROW WHEN (NEW.topic = 'notice') EXECUTE FUNCTION refuse_notice()`,
    )
    try {
      await pass(day)
      await waitFor('the timer to be put off', async () => (await learner.timers()).some(({ tries }) => tries > 0)) // prettier-ignore
      expect((await learner.state()).drip).not.toHaveProperty(course.ids[1] ?? '')
      expect(recomputeProgress(await learner.facts()).released).not.toHaveProperty(course.ids[1] ?? '')
      expect(await learner.notices()).toEqual([])
    } finally {
      await query('DROP TRIGGER refuse_notice ON outbox; DROP FUNCTION refuse_notice()')
    }
    await pass(hour)
    await learner.waitFor('2. Two')
    expect(await learner.countSaid('A new step is open')).toBe(1)
    // However late it came, the next one counts from when it was to be.
    const { drip = {} } = await learner.state()
    const [next] = await learner.timers()
    expect(Date.parse(next?.dueAt ?? '') - Date.parse(drip[course.ids[1] ?? ''] ?? '')).toBe(day)
  })

  it('should reckon anew for all who wait when another schedule is published, and take nothing back', async () => {
    const course = await taught({ amount: 10 }, { areFree: true })
    const learner = await learning(course)
    await learner.tap(/Start/, 'The text of One.')
    await pass(2 * day)
    // Nobody does anything: the new schedule is kept from its publishing on.
    await course.publish({ amount: 2 })
    await learner.waitFor('2. Two')
    await learner.settled()
    const before = await learner.state()
    await course.publish({ amount: 300 })
    await waitFor('the next one to be far off', async () => {
      const next = (await learner.timers()).find(({ step }) => step === course.ids[2])
      return Date.parse(next?.dueAt ?? '') > (await now()) + 200 * day
    })
    expect((await learner.state()).drip).toEqual(before.drip)
    await course.publish(null)
    await learner.tap(/Open/, 'The text of Two.')
    await learner.tap(/Next/, 'The text of Three.')
  })

  describe('for one learner', () => {
    const call = <Body = LearnerSteps>(token: string, enrollment: string, body?: object, language = 'en') =>
      callWeb<Body>(
        scene.stack,
        body === undefined ? 'GET' : 'POST',
        `/enrollments/${enrollment}/${body === undefined ? 'steps' : 'override'}`,
        { token, body, headers: { 'accept-language': language } },
      )
    const marksOf = ({ body }: { body: LearnerSteps }) => body.steps.map(({ mark }) => mark)

    it('should be opened by who teaches the course, now or at a time', async () => {
      const course = await taught({ amount: 30 })
      const [, two = '', three = ''] = course.ids
      const learner = await learning(course)
      const { enrollment } = learner
      const [mentor] = await createReviewers(scene.payload, { courseId: course.course.id, count: 1 })
      const page = { token: mentor?.token }
      expect((await callWeb(scene.stack, 'GET', `/enrollments/${enrollment}`, page)).status).toBe(200)
      const shown = await call(mentor?.token ?? '', enrollment)
      expect(marksOf(shown)).toEqual(['open', 'locked', 'locked'])
      expect(shown.body.steps[1]?.lock?.opensAt).toBe((await learner.timers())[0]?.dueAt)

      const opened = await call(scene.author.token, enrollment, { stepId: two, opensAt: 'now' })
      expect([opened.status, marksOf(opened)]).toEqual([200, ['open', 'open', 'locked']])
      expect(await learner.waitFor('A new step is open')).toContain('2. Two')
      await learner.tap(/Open/, 'The text of Two.')
      const again = await call<{ error: { code: string } }>(scene.author.token, enrollment, { stepId: two, opensAt: null }) // prettier-ignore
      expect([again.status, again.body.error.code]).toEqual([409, 'overrideStepOpen'])

      const opensAt = new Date((await now()) + 3 * day).toISOString()
      const set = await call(mentor?.token ?? '', enrollment, { stepId: three, opensAt })
      expect(set.body.steps[2]).toMatchObject({ mark: 'locked', override: opensAt, lock: { opensAt } })
      const back = await call(mentor?.token ?? '', enrollment, { stepId: three, opensAt: null })
      expect(back.body.steps[2]).toMatchObject({ mark: 'locked', override: null })
      await call(mentor?.token ?? '', enrollment, { stepId: three, opensAt })
      await pass(3 * day)
      await learner.waitFor('3. Three')
      const overrides = (await learner.facts()).filter(({ type }) => type === 'override')
      expect(overrides.map(({ stepId, data }) => [stepId, data.by])).toEqual([
        [two, scene.author.user.id],
        ...[mentor, mentor, mentor].map((one) => [three, one?.id]),
      ])
      const { unlocked } = await learner.state()
      expect(recomputeProgress(await learner.facts()).unlocked).toEqual(unlocked)
    })

    it('should be nobody else’s to see or to open', async () => {
      const course = await taught({})
      const { enrollment, state } = await learning(course)
      const before = await state()
      const body = { stepId: course.ids[1], opensAt: 'now' }
      const stranger = await createUser(scene.payload)
      const page = { token: stranger.token }
      expect((await callWeb(scene.stack, 'GET', `/enrollments/${enrollment}`, page)).status).toBe(404)
      for (const sent of [undefined, body]) {
        expect((await call(stranger.token, enrollment, sent)).status).toBe(404)
        expect((await call('', enrollment, sent)).status).toBe(401)
        expect((await call(scene.author.token, 'x', sent)).status).toBe(404)
      }
      for (const language of ['en', 'ru']) {
        const gone = await call<{ error: { code: string; message: string } }>(
          scene.author.token,
          enrollment,
          { ...body, stepId: enrollment },
          language,
        )
        expect([gone.status, gone.body.error.code]).toEqual([409, 'overrideStepGone'])
        expect(/[а-яё]/.test(gone.body.error.message)).toBe(language === 'ru')
      }
      for (const wrong of [{}, { ...body, opensAt: 'soon' }, { ...body, opensAt: '9999-12-31T23:59:59Z' }])
        expect((await call(scene.author.token, enrollment, wrong)).status).toBe(422)
      expect(await state()).toEqual(before)
    })
  })

  it('should refuse what is no schedule, in words, and strangers', async () => {
    const { course, steps } = await scene.teach()
    const save = (path: string, drip: unknown, token = scene.author.token, language = 'en') =>
      callWeb<{ errors?: { data?: { errors: { path: string; message: string }[] } }[] }>(
        ...([scene.stack, 'PATCH', path] as const),
        { token, body: { drip }, headers: { 'accept-language': language } },
      )
    const wrongs: [string, unknown, RegExp][] = [
      [`/courses/${course.id}`, { ...daily, amount: 0 }, /Enter more than 0/],
      [`/courses/${course.id}`, { ...daily, amount: 1.5 }, /whole number/],
      [`/courses/${course.id}`, { ...daily, weekdays: [8] }, /no schedule/],
      [`/courses/${course.id}`, 'daily', /whole number/],
      [`/steps/${steps[1]?.id}`, { mode: 'date' }, /Enter date and time/],
      [`/steps/${steps[1]?.id}`, { mode: 'date', at: 'tomorrow' }, /no schedule/],
    ]
    for (const [path, drip, message] of wrongs) {
      const { status, body } = await save(path, drip)
      expect([status, body.errors?.[0]?.data?.errors[0]?.message]).toEqual([400, expect.stringMatching(message)]) // prettier-ignore
    }
    const { body } = await save(`/courses/${course.id}`, { ...daily, amount: 0 }, undefined, 'ru')
    expect(body.errors?.[0]?.data?.errors[0]?.message).toMatch(/[а-яё]/)
    const stranger = await createUser(scene.payload)
    expect((await save(`/courses/${course.id}`, daily, stranger.token)).status).toBe(403)
    expect((await save(`/steps/${steps[1]?.id}`, null, stranger.token)).status).toBe(403)
    await save(`/courses/${course.id}`, { ...daily, per: 'section' })
    const published = await callWeb<{ error: { details: { problems: { code: string }[] } } }>(
      ...([scene.stack, 'POST', `/courses/${course.id}/publish`] as const),
      { token: scene.author.token },
    )
    expect(published.body.error.details.problems.map(({ code }) => code)).toEqual(['dripNoSections'])
  })

  // The last one: it lets months pass.
  it('should keep days and times by the learner’s clock, also when clocks change and when they move', async () => {
    const zone = 'Europe/Berlin'
    const offsetAt = (ms: number) => zonedAt(new Date(ms).toISOString(), zone).offsetNanoseconds
    let change = Math.ceil((await now()) / day) * day
    while (offsetAt(change) === offsetAt(change + day)) change += day
    // A step each day at nine, from two days before the night in which clocks change.
    await passUntil(change - 2 * day + 12 * hour)
    const course = await taught({ time: 540 }, { areFree: true })
    const learner = await learning(course, { timeZone: zone })
    await learner.tap(/Start/, 'The text of One.')
    const nextAt = async () => {
      await learner.settled()
      return (await learner.timers())[0]?.dueAt ?? expect.fail('nothing waits')
    }
    const first = await nextAt()
    await passUntil(Date.parse(first))
    await learner.waitFor('2. Two')
    const second = await nextAt()
    for (const moment of [first, second]) expect(zonedAt(moment, zone).hour).toBe(9)
    expect(Math.abs(Date.parse(second) - Date.parse(first) - day)).toBe(hour)

    // They travel: what is still to come is by the clock there.
    await scene.emulator.send(course.bot, learner.personId, '/settings')
    await learner.waitFor('Settings')
    const settings = async () => (await scene.emulator.messages(course.bot, learner.personId)).at(-1) ?? expect.fail('no settings') // prettier-ignore
    const { message_id } = await settings()
    for (const [text, expected] of [
      ['🕒 Time zone', 'Where do you live?'],
      ['✍️ Type a city', 'Send the name'],
    ] as const) {
      // prettier-ignore
      await scene.emulator.tap(course.bot, learner.personId, { message_id, text })
      await waitFor(expected, async () => shownText(await settings()).includes(expected))
    }
    await scene.emulator.send(course.bot, learner.personId, 'Tokyo')
    await learner.waitFor('does your clock show')
    const there = await nextAt()
    expect(zonedAt(there, 'Asia/Tokyo').hour).toBe(9)
    await passUntil(Date.parse(there))
    await learner.waitFor('3. Three')
  })
})
