import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type {
  ReviewActRequest,
  ReviewActResponse,
  ReviewSaidResponse,
} from '../../src/contracts/platformReview.ts'
import type { BulkRow } from '../../src/operations/assignments/decideMany.ts'
import type { Queue } from '../../src/operations/assignments/listQueue.ts'
import { assignmentStep } from '../factories/assignmentStep.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createReviewers, type Reviewer } from '../factories/createReviewers.ts'
import { handInWork } from '../factories/handInWork.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

const telegramId = 84_001

describe('reviews under bad weather', () => {
  let payload: Payload
  let taught: Awaited<ReturnType<typeof buildTaughtCourse>>
  let mentor: Reviewer
  let lastPerson = 85_000
  let lastMessage = 100

  const handIn = (name: string) =>
    handInWork(payload, { botId: taught.bot.id, telegramUserId: (lastPerson += 1), text: 'Dear Anna', name })
  const read = (id: string) => payload.findByID({ collection: 'assignments', id, showHiddenFields: true })
  const post = async <Body>(path: string, body: object) =>
    (
      await callApi<Body>('POST', `/runner/platform/review/${path}`, {
        headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` },
        body: { telegramUserId: telegramId, ...body },
      })
    ).body
  const act = (action: ReviewActRequest['action'], submissionId: string) =>
    post<ReviewActResponse>('act', { action, submissionId })
  const say = (text: string, messageId = (lastMessage += 1)) =>
    post<ReviewSaidResponse>('said', { text, messageId, voice: null })
  const decide = (id: string, body: object) =>
    callApi('POST', `/assignments/${id}/decide`, { token: mentor.token, body })

  beforeAll(async () => {
    payload = await getTestPayload()
    taught = await buildTaughtCourse(payload, { steps: [assignmentStep('Write a letter')] })
    const [first] = await createReviewers(payload, {
      courseId: taught.course.id,
      count: 1,
      telegramIds: [telegramId],
    })
    mentor = first!
  })
  afterAll(() => payload.destroy())

  it('should take a message that Telegram brings again for no answer about the next work', async () => {
    const [first, second] = [await handIn('Boris'), await handIn('Clara')]
    await act('reject', first)
    const messageId = (lastMessage += 1)
    const answer = { status: 'done', verdict: 'rejected', learnerName: 'Boris' }
    expect(await say('Greet first.', messageId)).toEqual(answer)
    expect(await act('reject', second)).toMatchObject({ status: 'asked' })
    expect(await say('Greet first.', messageId)).toEqual(answer)
    expect(await read(second)).toMatchObject({ status: 'pending', claimedBy: mentor.id })
    // Another message with the same words is one.
    expect(await say('Greet first.')).toMatchObject({ status: 'done', learnerName: 'Clara' })
    expect((await read(second)).status).toBe('rejected')
  })

  it('should listen no more when the work is given back or decided by a button', async () => {
    const [left, approved] = [await handIn('Dmitri'), await handIn('Emma')]
    await act('reject', left)
    await act('release', left)
    expect(await say('See you tomorrow!')).toEqual({ status: 'none' })
    expect(await read(left)).toMatchObject({ status: 'pending', claimedBy: null })

    await act('reject', approved)
    await act('approve', approved)
    expect(await say('Thank you!')).toEqual({ status: 'none' })
    expect((await read(approved)).status).toBe('approved')

    // The question about one work stays when another one is let go.
    await act('reject', left)
    await act('release', await handIn('Fedor'))
    expect(await say('Once more.')).toMatchObject({ status: 'done', learnerName: 'Dmitri' })
  })

  it('should keep of what is written what can be kept', async () => {
    const [one, other, said] = [await handIn('Greta'), await handIn('Hanna'), await handIn('Ivan')]
    const comment = 'Greet\u0000 first.\ud83d'
    expect((await decide(one, { verdict: 'rejected', comment })).status).toBe(200)
    expect((await read(one)).teacherComment).toBe('Greet first.\ufffd')
    expect((await decide(other, { verdict: 'rejected', comment: '\u0000' })).status).toBe(422)
    const bulk = await callApi<{ rows: BulkRow[] }>('POST', '/assignments/bulk', {
      token: mentor.token,
      body: { ids: [other], verdict: 'rejected', comment },
    })
    expect(bulk.body.rows).toEqual([{ id: other, status: 'done' }])
    await act('reject', said)
    expect(await say(comment)).toMatchObject({ status: 'done' })
    expect((await read(said)).teacherComment).toBe('Greet first.\ufffd')
    for (const [learner, status] of [
      ['%00Gre%00ta', 200],
      ['%00', 422],
    ] as const) {
      const queue = await callApi<Queue>('GET', `/assignments/queue?learner=${learner}`, {
        token: mentor.token,
      })
      expect(queue.status).toBe(status)
      if (status === 200) expect(queue.body.rows.map(({ id }) => id)).toEqual([one])
    }
  })

  it('should not listen to the team’s bot without its secret', async () => {
    const id = await handIn('Kira')
    for (const path of ['act', 'said', 'voice', 'cancel', 'settings']) {
      const { status } = await callApi('POST', `/runner/platform/review/${path}`, {
        token: taught.author.token,
        body: { telegramUserId: telegramId, action: 'approve', submissionId: id, text: 'x', messageId: 1 },
      })
      expect(status, path).toBe(401)
    }
    expect((await read(id)).status).toBe('pending')
  })
})
