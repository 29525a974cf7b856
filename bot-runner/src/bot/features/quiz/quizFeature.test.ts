import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { LessonEffect } from '../../../../../src/contracts/lessonEffect.ts'
import type { RunnerBot } from '../../../../../src/contracts/runnerBots.ts'
import { buildQuiz } from '../../../../../src/lesson/testing/buildQuiz.ts'
import { toLearnerStep } from '../../../../../src/lesson/engine/toLearnerStep.ts'
import { startFakeCms, type FakeCms } from '../../../testing/startFakeCms.ts'
import { startFakeTelegram, type FakeTelegram } from '../../../testing/startFakeTelegram.ts'
import { startTestRunner, type TestRunner } from '../../../testing/startTestRunner.ts'
import { buildBot } from '../../../testing/testBot.ts'
import { buildRelease } from '../../../testing/testRelease.ts'
import { person, pollAnswerUpdate, tapUpdate } from '../../../testing/updates.ts'

let cms: FakeCms
let telegram: FakeTelegram
let runner: TestRunner
let bot: RunnerBot
const stepId = randomUUID()
const step = toLearnerStep({
  ...{ id: stepId, title: 'Quiz', description: null, section: null, isRequired: true, content: null },
  ...{ estimatedDuration: null, stepType: 'quiz', quiz: buildQuiz([{}, { right: [0, 2] }]) },
})
const release = { ...buildRelease([]), steps: [step] }
const about = { stepId, attempt: 1, questionId: 'q1' }
const question: Extract<LessonEffect, { type: 'question' }> = {
  ...{ type: 'question', releaseId: release.id, version: 4, ...about, index: 0, total: 2 },
  ...{ options: ['q1o2', 'q1o1', 'q1o3'], selected: [], secondsLeft: null, isInPlace: false },
  poll: { correct: [1], explanation: 'Because', closesIn: null },
}
const receipts = () => cms.batches.flatMap((batch) => batch.receipts)
const events = () => cms.batches.flatMap(({ actions }) => actions.map(({ event }) => event))
const answers = (...effects: LessonEffect[]) => {
  cms.decide = () => ({ status: 'done', locale: 'en', effects })
}
const sendPollAs = (pollId: string) => {
  telegram.answer = ({ method }) =>
    method === 'sendPoll' ? { result: { message_id: 9, poll: { id: pollId } } } : undefined
}

beforeEach(async () => {
  ;[cms, telegram] = await Promise.all([startFakeCms(), startFakeTelegram()])
  runner = await startTestRunner({ cmsUrl: cms.url, telegramUrl: telegram.url })
  bot = await buildBot()
  cms.bots.push(bot)
  cms.releases.set(release.id, release)
  await runner.core.registry.start()
})
afterEach(async () => {
  await runner.close()
  await Promise.all([cms.close(), telegram.close()])
})

describe('a question as a poll', () => {
  it('should be sent as a quiz that is not anonymous, and reported with its poll', async () => {
    answers(question)
    sendPollAs('poll-1')
    expect((await runner.post(bot, tapUpdate('1:q:3'))).status).toBe(200)
    const sent = telegram.calls.find(({ method }) => method === 'sendPoll')
    expect(sent?.payload).toMatchObject({
      ...{ chat_id: person.id, type: 'quiz', is_anonymous: false, question: '1/2. Вопрос 1' },
      options: [{ text: 'Ответ 2' }, { text: 'Ответ 1' }, { text: 'Ответ 3' }],
      ...{ correct_option_ids: [1], explanation: 'Because' },
    })
    expect(sent?.payload).not.toHaveProperty('allows_multiple_answers')
    await vi.waitFor(() => expect(receipts()).toHaveLength(1))
    expect(receipts()[0]).toMatchObject({ status: 'sent', polls: [{ ...about, pollId: 'poll-1' }] })
  })

  it('should take several answers where several are right', async () => {
    answers({ ...question, questionId: 'q2', options: ['q2o1', 'q2o2', 'q2o3'] })
    await runner.post(bot, tapUpdate('1:q:3'))
    const sent = telegram.calls.find(({ method }) => method === 'sendPoll')
    expect(sent?.payload).toMatchObject({ allows_multiple_answers: true })
  })

  it('should be a message with buttons where Telegram refuses the poll', async () => {
    answers(question)
    telegram.answer = ({ method }) =>
      method === 'sendPoll' ? { error_code: 400, description: 'Bad Request: POLL_…' } : undefined
    expect((await runner.post(bot, tapUpdate('1:q:3'))).status).toBe(200)
    const sent = telegram.calls.find(({ method }) => method === 'sendMessage')
    expect(JSON.stringify(sent?.payload.reply_markup)).toContain('"1:a:4:1"')
    await vi.waitFor(() => expect(receipts()).toHaveLength(1))
    expect(receipts()[0]).not.toHaveProperty('polls')
  })

  it('should be reported with its poll also when what follows is put off', async () => {
    answers(question, { type: 'notice', key: 'answerLost' })
    telegram.answer = ({ method }) =>
      method === 'sendPoll'
        ? { result: { poll: { id: 'poll-2' } } }
        : { error_code: 429, description: 'Too Many Requests', retry_after: 3 }
    await runner.post(bot, tapUpdate('1:q:3'))
    expect(receipts()).toEqual([
      expect.objectContaining({ status: 'deferred', polls: [{ ...about, pollId: 'poll-2' }] }),
    ])
  })
})

describe('an answer to a poll', () => {
  it('should be committed as what it is, and answered in the private chat of who gave it', async () => {
    answers(question)
    sendPollAs('poll-2')
    expect((await runner.post(bot, pollAnswerUpdate('poll-1', [2, 0]))).status).toBe(200)
    expect(events()).toEqual([{ type: 'pollAnswer', pollId: 'poll-1', options: [2, 0] }])
    expect(telegram.calls.map(({ method, payload }) => [method, payload.chat_id])).toEqual([
      ['sendPoll', person.id],
    ])
  })

  it('should come again when the CMS does not know the poll yet', async () => {
    cms.decide = () => ({ status: 'failed', locale: 'en', effects: [] })
    const response = await runner.post(bot, pollAnswerUpdate('poll-1', [0]))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('1')
    expect(telegram.calls).toEqual([])
  })

  it('should be left alone when a chat gave it, and when it is only the poll that changed', async () => {
    const { user: _person, ...byChat } = pollAnswerUpdate('poll-1', [0]).poll_answer
    const voter = { id: -100, type: 'channel', title: 'A channel' }
    const byChannel = { update_id: 7, poll_answer: { ...byChat, voter_chat: voter } }
    expect((await runner.post(bot, byChannel)).status).toBe(200)
    expect((await runner.post(bot, { update_id: 8, poll: { id: 'poll-1' } })).status).toBe(200)
    expect(cms.batches).toEqual([])
  })
})

describe('a change of ticks', () => {
  const ticked: LessonEffect = { ...question, poll: null, selected: [0], isInPlace: true }
  const edits = () => telegram.calls.filter(({ method }) => method === 'editMessageText')

  it('should replace the message whose button was tapped', async () => {
    answers(ticked)
    await runner.post(bot, tapUpdate('1:s:4:0'))
    expect(edits()).toMatchObject([{ payload: { chat_id: person.id, message_id: 1 } }])
    expect(telegram.texts()).toEqual([])
  })

  it('should be sent anew where that cannot be', async () => {
    answers(ticked)
    telegram.answer = ({ method }) =>
      method === 'editMessageText'
        ? { error_code: 400, description: 'Bad Request: message to edit not found' }
        : undefined
    expect((await runner.post(bot, tapUpdate('1:s:4:0'))).status).toBe(200)
    expect(telegram.texts()).toHaveLength(1)
  })
})
