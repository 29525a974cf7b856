import { randomUUID } from 'node:crypto'
import { access, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import type { ErasureResponse } from '../../src/contracts/erasure.ts'
import type { ReviewerChatResponse } from '../../src/contracts/platformReview.ts'
import { refreshRatings } from '../../src/operations/courses/refreshRatings.system.ts'
import { refreshStudentsCounts } from '../../src/operations/courses/refreshStudentsCounts.system.ts'
import { assignmentStep } from '../factories/assignmentStep.ts'
import { addNotice } from '../factories/addNotice.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { auditedActs } from '../helpers/auditedActs.ts'
import { actIn } from '../helpers/actIn.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

type Taught = Awaited<ReturnType<typeof buildTaughtCourse>>

describe('being forgotten', () => {
  let payload: Payload
  let taught: Taught
  beforeAll(async () => {
    payload = await getTestPayload()
    taught = await buildTaughtCourse(payload, { steps: ['One', 'Two'] })
  })

  const headers = () => ({ authorization: `Bearer ${process.env.RUNNER_SECRET}` })
  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await payload.db.pool.query<Row>(text, values)).rows
  const enrollmentOf = async (telegramUserId: number, { course } = taught) =>
    (
      await query<{ id: string; userId: string }>(
        `SELECT e.id, e.user_id AS "userId" FROM enrollments e JOIN users u ON u.id = e.user_id
         WHERE u.telegram_id = $1 AND e.course_id = $2`,
        [telegramUserId, course.id],
      )
    )[0]

  const erasure = (id: string, options: { headers?: Record<string, string> } = { headers: headers() }) =>
    callApi<ErasureResponse>('GET', `/runner/erasures/${id}`, options)
  const erase = (id: string) =>
    callApi('POST', `/runner/erasures/${id}`, { headers: headers(), body: { delivery: 'sent' } })
  const leave = async (course = taught) => {
    const learner = actIn(course)
    await learner.begin()
    await learner.tap({ action: 'bookmark', stepId: String(course.steps[0]?.id) })
    await learner.tap({ action: 'next' })
    await learner.tap({ action: 'rate', option: 5 })
    await learner.say('Secret comment')
    await learner.command('deleteMe')
    await learner.tap({ action: 'erase', stage: 'ask' })
    const enrollment = await enrollmentOf(learner.id, course)
    return { ...learner, enrollmentId: String(enrollment?.id), userId: String(enrollment?.userId) }
  }

  it('should give everything out before it is erased, and only to the runner', async () => {
    const ann = await leave()
    expect((await erasure(ann.enrollmentId)).status).toBe(404)
    expect((await erase(ann.enrollmentId)).status).toBe(204)
    expect(await enrollmentOf(ann.id)).toBeDefined()

    await ann.tap({ action: 'erase', stage: 'confirm' })
    expect(await query('SELECT topic::text FROM outbox WHERE subject = $1', [ann.enrollmentId])).toEqual([
      { topic: 'erasure' },
    ])
    expect((await erasure(ann.enrollmentId, {})).status).toBe(401)
    const { body } = await erasure(ann.enrollmentId)
    expect(body).toMatchObject({ telegramUserId: ann.id, botId: taught.bot.id, locale: 'en' })
    expect(JSON.parse(body.document)).toMatchObject({
      profile: { telegramId: ann.id, firstName: `Learner ${ann.id}` },
      course: { title: taught.course.title, startedBy: 'from-a-friend' },
      bookmarks: ['One'],
      progress: [
        { step: 'One', isCompleted: true },
        { step: 'Two', isCompleted: false },
      ],
      rating: [{ stars: 5, comment: 'Secret comment' }],
    })
    expect(JSON.parse(body.document)).not.toHaveProperty('profile.state')
    expect(await auditedActs(payload, 'learnerExported', ann.enrollmentId)).toEqual([
      { actorId: null, actorRole: null, details: {} },
    ])
  })

  it('should leave nothing of the person, and the numbers as they are', async () => {
    const course = await buildTaughtCourse(payload, { steps: ['One', 'Two'] })
    const stays = actIn(course)
    await stays.begin()
    const ann = await leave(course)
    await ann.tap({ action: 'erase', stage: 'confirm' })
    const factsOf = () =>
      query<{ types: string; learners: number }>(
        `SELECT string_agg(type, ' ' ORDER BY type) AS types, count(DISTINCT enrollment_id)::int AS learners
         FROM facts WHERE course_id = $1`,
        [course.course.id],
      )
    const before = await factsOf()
    // Two at once, and once more: it happens once.
    await Promise.all([erase(ann.enrollmentId), erase(ann.enrollmentId)])
    expect((await erase(ann.enrollmentId)).status).toBe(204)
    expect(await auditedActs(payload, 'learnerErased', ann.enrollmentId)).toMatchObject([
      { actorId: null, details: { courseId: course.course.id } },
    ])

    expect(await factsOf()).toEqual(before)
    for (const table of ['enrollments', 'progress', 'ratings', 'facts'])
      expect(await query(`SELECT 1 FROM ${table} WHERE user_id = $1`, [ann.userId])).toEqual([])
    expect(await query('SELECT 1 FROM users WHERE id = $1', [ann.userId])).toEqual([])
    expect(await query('SELECT 1 FROM outbox WHERE subject = $1', [ann.enrollmentId])).toEqual([])
    expect(
      await query(
        `SELECT 1 FROM facts WHERE course_id = $1 AND data::text LIKE '%friend%' AND user_id <> $2`,
        [course.course.id, (await enrollmentOf(stays.id, course))?.userId],
      ),
    ).toEqual([])
    const found = await payload.findByID({ collection: 'courses', id: course.course.id })
    expect(found).toMatchObject({ studentsCount: 1, ratingsCount: 0 })
    expect(found.rating ?? null).toBeNull()
    // Whoever comes back is new.
    expect(await actIn(course, ann.id).act({ type: 'start', payload: null })).toMatchObject({
      effects: [{ type: 'welcome', next: 'begin' }],
    })
  })

  it('should keep an account that has something else', async () => {
    const other = await buildTaughtCourse(payload, { steps: ['One'] })
    const ann = await leave()
    await actIn(other, ann.id).begin()
    await query(
      `INSERT INTO idempotency_keys (user_id, operation, key, request_hash, answer, created_at)
       VALUES ($1, 'enroll', 'one', '', '{}', $2)`,
      [ann.userId, new Date()],
    )
    await ann.tap({ action: 'erase', stage: 'confirm' })
    await erase(ann.enrollmentId)
    expect(await query('SELECT 1 FROM users WHERE id = $1', [ann.userId])).toHaveLength(1)
    expect(await query('SELECT 1 FROM idempotency_keys WHERE user_id = $1', [ann.userId])).toEqual([])
    expect(await enrollmentOf(ann.id)).toBeUndefined()
    expect(await enrollmentOf(ann.id, other)).toBeDefined()
  })

  it('should let nothing else happen meanwhile', async () => {
    const ann = await leave()
    await ann.tap({ action: 'erase', stage: 'confirm' })
    expect(await ann.act({ type: 'start', payload: null })).toMatchObject({
      effects: [{ type: 'notice', key: 'erasing' }],
    })
    await erase(ann.enrollmentId)
  })

  it('should take along what was handed in, its files, and what was to happen', async () => {
    const later = { autoApprove: 'afterDays', autoApproveDays: 3 } as const
    const course = await buildTaughtCourse(payload, { steps: [assignmentStep('Owl', later), 'After'] })
    const ann = actIn(course)
    await ann.begin()
    await ann.say('My owl lives at home')
    await ann.attach('owl')
    await ann.tap({ action: 'send' })
    const enrollment = await enrollmentOf(ann.id, course)
    const ofAnn = { enrollment: { equals: enrollment?.id } }
    const { docs } = await payload.find({ collection: 'submissionFiles', where: ofAnn })
    const filename = `${randomUUID()}.pdf`
    const from = path.join(await mkdtemp(path.join(tmpdir(), 'erasure-')), filename)
    await writeFile(from, 'owl')
    await payload.update({
      ...{ collection: 'submissionFiles', id: docs[0]?.id ?? '', data: { state: 'kept' } },
      context: { keptFile: { path: from, filename, mimeType: 'application/pdf' } },
    })
    const kept = path.join(payload.collections.submissionFiles.config.upload.staticDir ?? '', filename)
    await access(kept)
    const left = async () =>
      (
        await query<{ count: number }>(
          `SELECT (SELECT count(*) FROM assignments WHERE course_id = $1)
                + (SELECT count(*) FROM submission_files WHERE course_id = $1)
                + (SELECT count(*) FROM timers WHERE enrollment_id = $2)
                + (SELECT count(*) FROM notices WHERE enrollment_id = $2) AS count`,
          [course.course.id, enrollment?.id],
        )
      )[0]
    await addNotice(payload, { enrollment: enrollment?.id ?? '' })
    // An answer and its file; what approves it, and what calls her back; what she was to be told.
    expect(await left()).toEqual({ count: '5' })
    // Their author was shown it, and has decided another one since.
    const authorId = course.author.user.id
    await payload.update({ collection: 'users', id: authorId, data: { telegramId: ann.id + 50_000_000 } })
    const card = await query<{ subject: string }>(
      `INSERT INTO review_cards (user_id, subject, message_id, above_ids, shown, is_open)
       SELECT $1::uuid, id::text, 7, '[5, 6]', 'approved|', false FROM assignments WHERE course_id = $2
       RETURNING subject`,
      [authorId, course.course.id],
    )

    await ann.command('deleteMe')
    await ann.tap({ action: 'erase', stage: 'ask' })
    await ann.tap({ action: 'erase', stage: 'confirm' })
    const { body } = await erasure(enrollment?.id ?? '')
    expect(JSON.parse(body.document)).toMatchObject({
      submissions: [{ step: 'Owl', attempt: 1, items: [{ text: 'My owl lives at home' }, {}] }],
      files: [{ name: 'owl.pdf' }],
    })
    await erase(enrollment?.id ?? '')
    expect(await left()).toEqual({ count: '0' })
    await expect(access(kept)).rejects.toThrow()
    // What was shown is to be taken back.
    expect(await query('SELECT subject, is_open FROM review_cards WHERE user_id = $1', [authorId])).toEqual([
      { ...card[0], is_open: true },
    ])
    expect(
      await query(`SELECT 1 FROM outbox WHERE topic = 'reviewer' AND subject = $1`, [authorId]),
    ).toHaveLength(1)
    const chat = await callApi<ReviewerChatResponse>('GET', `/runner/platform/review/chats/${authorId}`, {
      headers: headers(),
    })
    expect(chat.body.chat?.cards).toMatchObject([
      { messageId: 7, aboveIds: [5, 6], card: { status: 'gone' } },
    ])
    expect(
      await query(`SELECT 1 FROM facts WHERE course_id = $1 AND data::text LIKE '%owl%'`, [course.course.id]),
    ).toEqual([])
  })

  it('should leave the numbers right when others rate meanwhile', async () => {
    const course = await buildTaughtCourse(payload, { steps: ['One', 'Two'] })
    const leavers = await Promise.all(Array.from({ length: 8 }, () => leave(course)))
    for (const leaver of leavers) await leaver.tap({ action: 'erase', stage: 'confirm' })
    const stayers = Array.from({ length: 8 }, () => actIn(course))
    let isOver = false
    const upkeep = (async () => {
      while (!isOver) {
        await refreshStudentsCounts(payload.db.pool, new Date(0))
        await refreshRatings(payload.db.pool, new Date(0))
      }
    })()
    await Promise.all([
      ...leavers.map(({ enrollmentId }) => erase(enrollmentId)),
      ...stayers.map(async (stayer) => {
        await stayer.begin()
        await stayer.tap({ action: 'next' })
        await stayer.tap({ action: 'rate', option: 3 })
      }),
    ])
    isOver = true
    await upkeep
    await refreshStudentsCounts(payload.db.pool, new Date(0))
    await refreshRatings(payload.db.pool, new Date(0))
    expect(await payload.findByID({ collection: 'courses', id: course.course.id })).toMatchObject({
      ...{ studentsCount: 8, ratingsCount: 8, rating: 3 },
    })
  })
})
