import type { SentDraft, SentPoll } from '../../../src/contracts/runnerActions.ts'

/** What the CMS has to know of messages by what Telegram calls them. */
export type SentThings = { polls: SentPoll[]; drafts: SentDraft[] }

export const nothingSent = (): SentThings => ({ polls: [], drafts: [] })

/** As it stands in a receipt: only what there is. */
export const receiptOf = ({ polls, drafts }: SentThings): Partial<SentThings> => ({
  ...(polls.length > 0 && { polls }),
  ...(drafts.length > 0 && { drafts }),
})
