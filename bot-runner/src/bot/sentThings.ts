import type { SentDraft, SentPoll } from '../../../src/contracts/runnerActions.ts'

/** What has to be known of messages by what Telegram calls them. `messageIds`: all that were sent, in their order. */
export type SentThings = { polls: SentPoll[]; drafts: SentDraft[]; messageIds: number[] }

export const nothingSent = (): SentThings => ({ polls: [], drafts: [], messageIds: [] })

/** As it stands in a receipt: what the CMS has to know, and only what there is. */
export const receiptOf = ({ polls, drafts }: SentThings): Partial<Omit<SentThings, 'messageIds'>> => ({
  ...(polls.length > 0 && { polls }),
  ...(drafts.length > 0 && { drafts }),
})
