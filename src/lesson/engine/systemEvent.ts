/** What may be waited for. */
export const timerKinds = ['quizTime'] as const
export type TimerKind = (typeof timerKinds)[number]

/** What happens to a learner without their doing. It shows nothing but what it is about, and spends no time. */
export type SystemEvent = { type: 'timeUp'; kind: TimerKind; stepId: string; attempt: number }
