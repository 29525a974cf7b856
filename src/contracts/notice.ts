/** What learners are told of our own accord: steps that have opened; that they were away for long. */
export const noticeKinds = ['unlocks', 'reminder'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/**
 * What became of a notice. `sending`: from the moment before it is handed to Telegram until it is known what became of
 * that; `uncertain`: nobody knows, so it is not sent again; `refused`: Telegram does not take such a message.
 */
export const noticeStatuses = [
  'waiting',
  'sending',
  'sent',
  'blocked',
  'cancelled',
  'refused',
  'uncertain',
] as const
export type NoticeStatus = (typeof noticeStatuses)[number]
