/** What learners are told of our own accord: steps that have opened; that they were away for long. */
export const noticeKinds = ['unlocks', 'reminder'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/**
 * Why a notice was not sent, or why nobody knows: the learner blocked the bot; is being forgotten; is barred; the course
 * is closed; has no bot; they want no reminders; have been there since; have finished; have opened the steps themselves;
 * it went with another one; its sending was cut off; Telegram did not answer; Telegram does not take it.
 */
export const noticeReasons = [
  'blocked',
  'erasing',
  'inactive',
  'courseClosed',
  'botGone',
  'remindersOff',
  'acted',
  'completed',
  'opened',
  'merged',
  'interrupted',
  'unanswered',
  'refused',
] as const
export type NoticeReason = (typeof noticeReasons)[number]

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
