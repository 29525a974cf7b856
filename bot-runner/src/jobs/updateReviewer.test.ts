import { GrammyError } from 'grammy'
import { describe, expect, it } from 'vitest'

import type { ReviewCard, ReviewShownRequest } from '../../../src/contracts/platformReview.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import { updateReviewer, type ReviewerOptions } from './updateReviewer.ts'

const userId = '00000000-0000-4000-8000-000000000001'
const outboxId = '00000000-0000-4000-8000-000000000002'
const submissionId = '00000000-0000-4000-8000-000000000003'

const refused = (description: string, code = 400) =>
  new GrammyError('refused', { ok: false, error_code: code, description }, 'deleteMessage', {})

const workOf = (changes: Partial<ReviewCard>): ReviewCard => ({
  ...{
    submissionId,
    learnerName: 'Ann',
    courseTitle: 'Letters',
    stepTitle: 'One',
    attempt: 1,
    isLate: false,
  },
  ...{ text: '', files: [], lostFiles: 0, rubric: null, maxScore: null, passPoints: null, lastComment: null },
  ...{ status: 'pending', decidedBy: null, comment: null, score: null, claim: null },
  ...changes,
})

/** A reviewer's chat that has to show one card, and a Telegram that refuses to delete as told. */
const scene = (
  about: { card: ReviewCard; messageId: number | null; aboveIds: number[] },
  refusals: Record<number, Error> = {},
) => {
  const deleted: number[] = []
  const said: string[] = []
  const noted: ReviewShownRequest[] = []
  let lastId = 100
  const send = async (text: string) => {
    said.push(text)
    lastId += 1
    return { message_id: lastId }
  }
  const api = {
    raw: { sendMessage: async ({ text }: { text: string }) => send(text) },
    sendMessage: async (_chatId: number, text: string) => send(text),
    editMessageText: async (_chatId: number, _messageId: number, text: string) => void said.push(text),
    deleteMessage: async (_chatId: number, messageId: number) => {
      const refusal = refusals[messageId]
      if (refusal !== undefined) throw refusal
      deleted.push(messageId)
    },
  }
  const services = {
    client: {
      getReviewerChat: async () => ({
        chat: { telegramUserId: 7, locale: 'en', cards: [{ ...about, shown: 'key' }], digest: null },
      }),
      noteReviewShown: async (_id: string, shown: ReviewShownRequest) => void noted.push(shown),
      completeOutboxRow: async () => {},
    },
    bot: { record: { telegramBotId: 1 }, bot: { api } } as unknown as CourseBot,
    files: {},
    lock: async () => ({ lost: new AbortController().signal, release: async () => {} }),
  } as unknown as ReviewerOptions
  return { deleted, said, noted, run: () => updateReviewer(services, { outboxId, userId }) }
}

describe('updateReviewer', () => {
  it('should note which messages above a card show what was handed in', async () => {
    const { noted, said, run } = scene({
      card: workOf({ text: 'x'.repeat(5000) }),
      messageId: null,
      aboveIds: [],
    })
    expect(await run()).toEqual({ status: 'done' })
    expect(said).toHaveLength(3)
    expect(noted).toEqual([{ subject: submissionId, shown: 'key', messageId: 103, aboveIds: [101, 102] }])
  })

  it('should leave alone what stands above a card that changes', async () => {
    const { deleted, noted, run } = scene({
      card: workOf({ status: 'approved' }),
      messageId: 9,
      aboveIds: [7, 8],
    })
    await run()
    expect(deleted).toEqual([])
    expect(noted).toEqual([{ subject: submissionId, shown: 'key', messageId: 9 }])
  })

  it('should delete what stands above a card whose work is gone', async () => {
    const about = { card: workOf({ status: 'gone' }), messageId: 9, aboveIds: [6, 7, 8] }
    const { deleted, noted, said, run } = scene(about, {
      7: refused('Bad Request: message to delete not found'),
    })
    await run()
    expect(deleted).toEqual([6, 8])
    expect(said).toEqual(['This work is no longer there, or no longer yours to review.'])
    expect(noted).toEqual([{ subject: submissionId, shown: 'key', messageId: 9, aboveIds: [] }])
  })

  it('should say what Telegram does not let go any more', async () => {
    const about = { card: workOf({ status: 'gone' }), messageId: 9, aboveIds: [6, 7] }
    const tooOld = refused("Bad Request: message can't be deleted for everyone")
    const { said, noted, run } = scene(about, { 6: tooOld, 7: tooOld })
    await run()
    expect(said[0]).toContain('Please delete what was handed in yourself: 2 messages above.')
    expect(noted[0]).toMatchObject({ aboveIds: [6, 7] })
  })

  it('should forget nothing while Telegram is away', async () => {
    const about = { card: workOf({ status: 'gone' }), messageId: 9, aboveIds: [6, 7] }
    const { noted, run } = scene(about, { 7: refused('Bad Gateway', 502) })
    await expect(run()).rejects.toThrow('put a card off')
    expect(noted).toEqual([])
  })
})
