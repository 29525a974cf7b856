import type { MediaFile } from '../../contracts/mediaFile.ts'

/** What may be waited for. */
export const timerKinds = ['quizTime', 'autoApprove', 'reminder', 'drip', 'unlock'] as const
export type TimerKind = (typeof timerKinds)[number]

/** What happens to a learner without their doing. It shows nothing but what it is about, and spends no time. */
export type SystemEvent =
  | { type: 'timeUp'; kind: TimerKind; stepId: string; attempt: number }
  /** A decision about an answer to an assignment. */
  | {
      type: 'reviewed'
      stepId: string
      attempt: number
      verdict: 'approved' | 'rejected'
      /** Points; null: it is passed or not. */
      score: number | null
      comment: string | null
      /** What the reviewer said, as a file of ours. */
      voice: MediaFile | null
      /** Nobody looked at it. */
      isAutomatic: boolean
    }
  /** A teacher sets when a step opens to this learner. */
  | {
      type: 'override'
      stepId: string
      /** ISO; null: as rules and schedule say. */
      opensAt: string | null
      /** The teacher's id. */
      by: string
    }
