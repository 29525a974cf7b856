import { describe, expect, it } from 'vitest'

import type { LearnerSteps } from '../../src/contracts/learnerSteps.ts'
import { recomputeProgress } from '../../src/lesson/engine/recomputeProgress.ts'
import { createReviewers } from '../factories/createReviewers.ts'
import { createUser } from '../factories/createUser.ts'
import { auditedActs } from '../helpers/auditedActs.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { dripScene } from '../helpers/dripScene.ts'

const day = 24 * 3_600_000

describe('a step that is kept from a learner', () => {
  const { scene, now, pass, taught, learning } = dripScene()

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
    expect((await auditedActs(scene.payload, 'stepOverridden', enrollment)).map(({ actorId, details }) => [actorId, details])).toEqual([
      [scene.author.user.id, { stepId: two, opensAt: 'now' }],
      ...[opensAt, null, opensAt].map((at) => [mentor?.id, { stepId: three, opensAt: at }]),
    ]) // prettier-ignore
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
