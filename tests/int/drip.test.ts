import { describe, expect, it } from 'vitest'

import { recomputeProgress } from '../../src/lesson/engine/recomputeProgress.ts'
import { noStep } from '../../src/lesson/engine/drip/noStep.ts'
import { zonedAt } from '../../src/lesson/time/zonedAt.ts'
import { endTimers } from '../../src/scheduler/endTimers.ts'
import { createUser } from '../factories/createUser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { shownText } from '../helpers/shownText.ts'
import { waitFor } from '../helpers/waitFor.ts'
import { dripScene } from '../helpers/dripScene.ts'

const hour = 3_600_000
const day = 24 * hour

describe('a course that is released by a schedule', () => {
  const { scene, now, pass, passUntil, daily, taught, learning } = dripScene()

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
