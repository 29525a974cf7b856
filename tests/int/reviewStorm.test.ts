import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Queue } from '../../src/operations/assignments/listQueue.ts'
import { assignmentStep } from '../factories/assignmentStep.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createReviewers, type Reviewer } from '../factories/createReviewers.ts'
import { createUser } from '../factories/createUser.ts'
import { linkBot } from '../factories/linkBot.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { beginAndHandIn, textsOf } from '../helpers/handIn.ts'
import { inParallel } from '../helpers/inParallel.ts'
import { platformBot, startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const reviewersCount = 50
const worksCount = 500
const linkedCount = 5
const bot = 'storm_bot'

type Entry = { action: 'claimed' | 'released' | 'approved' | 'rejected'; by: string }
type Row = { id: string; status: string; history: Entry[]; personId: number; reviewedBy: string }

/** The whole way of 500 works: from the learners' chats to 50 reviewers at once, and back into the chats. */
describe('fifty reviewers and five hundred submissions at once', () => {
  let stack: Stack
  let payload: Payload
  let courseId: string
  let reviewers: Reviewer[]
  let people: number[]
  const telegramOf = new Map<string, number>()

  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({ RATE_LIMIT_PER_MINUTE: '1000000' }, { hasPlatformBot: true })
    const { emulator } = stack
    const author = await createUser(payload)
    const { course } = await buildCourse(payload, {
      author,
      steps: [assignmentStep('Write a letter')],
      isPublished: true,
    })
    courseId = course.id
    await linkBot(stack, { author, courseId, username: bot })
    const linked = await inParallel(Array.from({ length: linkedCount }), 5, async (_, index) => {
      const { id } = await emulator.createPerson({ first_name: `R${index}`, language_code: 'en' })
      await emulator.send(platformBot.username, id, '/start')
      return id
    })
    reviewers = await createReviewers(payload, { courseId, count: reviewersCount, telegramIds: linked })
    linked.forEach((id, index) => telegramOf.set(reviewers[index]?.id ?? '', id))
    people = await inParallel(Array.from({ length: worksCount }), 25, async (_, index) => {
      const { id } = await emulator.createPerson({ first_name: `L${index}`, language_code: 'en' })
      await beginAndHandIn(stack, { bot, personId: id, text: `The letter of ${index}` })
      return id
    })
    await waitFor('all works to be handed in', async () => {
      const { totalDocs } = await payload.count({ collection: 'assignments' })
      return totalDocs === worksCount
    })
  })
  afterAll(() => stack?.stop())

  const ask = <Body = { error?: { code: string; details?: { by?: string } } }>(
    { token }: Reviewer,
    method: string,
    path: string,
    body?: unknown,
  ) => callWeb<Body>(stack, method, `/assignments${path}`, { token, body })

  /** Works as long as anything is left: takes a work, sometimes without holding it first, and decides. */
  const review = async (reviewer: Reviewer, index: number) => {
    const codes: (string | undefined)[] = []
    let decided = 0
    for (let turn = 0; ; turn++) {
      const { body: queue } = await ask<Queue>(reviewer, 'GET', '/queue?status=pending&claimed=free')
      // All of them look at the same beginning of the queue: that is where they meet.
      const work = queue.rows[(index + turn) % Math.min(queue.rows.length, 12)]
      if (work === undefined) return { decided, codes }
      if (turn % 3 !== 0) {
        const claim = await ask(reviewer, 'POST', `/${work.id}/claim`)
        if (claim.status !== 204 && claim.status !== 200) {
          codes.push(claim.body?.error?.code)
          continue
        }
      }
      const verdict = (index + turn) % 2 === 0 ? 'approved' : 'rejected'
      const answer = await ask(reviewer, 'POST', `/${work.id}/decide`, {
        verdict,
        comment: `Said by ${index}.`,
      })
      if (answer.status === 200) decided += 1
      else codes.push(answer.body.error?.code)
    }
  }

  it('should let one of fifty claim a work, and tell the others who has it', async () => {
    const [first] = reviewers
    if (first === undefined) throw new Error('nobody reviews')
    const { body: queue } = await ask<Queue>(first, 'GET', '/queue?status=pending')
    expect(queue.total).toBe(worksCount)
    const works = queue.rows.slice(0, 5)
    for (const { id } of works) {
      const claims = await Promise.all(reviewers.map((one) => ask(one, 'POST', `/${id}/claim`)))
      const winner = claims.findIndex(({ status }) => status < 300)
      expect(claims.filter(({ status }) => status < 300)).toHaveLength(1)
      for (const { status, body } of claims.filter((_, index) => index !== winner))
        expect({ status, ...body }).toMatchObject({
          status: 409,
          error: { code: 'submissionClaimed', details: { by: reviewers[winner]?.name } },
        })
      await ask(reviewers[winner]!, 'POST', `/${id}/release`)
    }
  })

  it('should have each work decided once, its claims never overlap, and each learner told once', async () => {
    const reports = await Promise.all(reviewers.map(review))
    expect(reports.reduce((sum, { decided }) => sum + decided, 0)).toBe(worksCount)
    const refusals = new Set(reports.flatMap(({ codes }) => codes))
    expect([...refusals].filter((code) => !['submissionDecided', 'submissionClaimed', 'submissionChanged'].includes(code ?? ''))).toEqual([]) // prettier-ignore
    // They did meet, else this would show nothing.
    expect(refusals.size).toBeGreaterThan(0)

    const { rows } = await payload.db.pool.query<Row>(
      `SELECT a.id, a.status::text AS status, a.history, a.reviewed_by_id AS "reviewedBy",
              u.telegram_id::float8 AS "personId"
       FROM assignments a JOIN users u ON u.id = a.user_id`,
    )
    for (const { id, status, history, reviewedBy } of rows) {
      const decisions = history.filter(({ action }) => action === 'approved' || action === 'rejected')
      expect(decisions, id).toMatchObject([{ action: status, by: reviewedBy }])
      // Whoever holds it keeps the others from it, until they decide or give it back.
      let holder: string | null = null
      for (const { action, by } of history) {
        expect([null, by], `${id}: ${JSON.stringify(history)}`).toContain(holder)
        holder = action === 'released' ? null : by
      }
    }
    const { rows: facts } = await payload.db.pool.query<{ total: number; learners: number }>(
      `SELECT count(*)::int AS total, count(DISTINCT enrollment_id)::int AS learners
       FROM facts WHERE type = 'assignment_reviewed'`,
    )
    expect(facts[0]).toEqual({ total: worksCount, learners: worksCount })

    const verdictOf = new Map(rows.map(({ personId, status }) => [personId, status]))
    await inParallel(people, 25, async (personId) => {
      const isVerdict = (text: string) => text.includes('Said by ')
      const texts = await waitFor(`learner ${personId} to be told`, async () => {
        const found = (await textsOf(stack.emulator, bot, personId)).filter(isVerdict)
        return found.length > 0 && found
      })
      expect(texts).toHaveLength(1)
      expect(texts[0]).toMatch(verdictOf.get(personId) === 'approved' ? /✅/ : /🔁|❌|↩️|✍️/)
    })
  })

  it('should send reviewers no flood, and say at the end that nothing waits', async () => {
    for (const personId of telegramOf.values()) {
      await waitFor('the digest to say that nothing waits', async () => {
        const texts = await textsOf(stack.emulator, platformBot.username, personId)
        return texts.some((text) => text.includes('Nothing waits for a review any more'))
      })
      const texts = await textsOf(stack.emulator, platformBot.username, personId)
      expect(texts.length).toBeLessThan(20)
    }
  })
})
