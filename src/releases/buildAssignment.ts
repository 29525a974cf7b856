import { answerKinds, maxAnswerBytes } from '../contracts/submission.ts'
import type { Assignment, Deadline } from '../lesson/engine/release.ts'
import type { Step } from '../payload-types.ts'

type Stored = NonNullable<Step['assignment']>

const megabyte = 1024 * 1024

const linesOf = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** `PDF, .docx` → pdf, docx. */
const extensionsOf = (text: string | null | undefined): string[] => [
  ...new Set((text ?? '').toLowerCase().match(/[a-z0-9]{1,16}/g)),
]

/** A time goes before a number of days. */
const deadlineOf = (at: string | null | undefined, days: number | null | undefined): Deadline | null => {
  if (at) return { at: new Date(at).toISOString() }
  return typeof days === 'number' ? { afterDays: days } : null
}

const autoApproval = ({ autoApprove, autoApproveDays }: Partial<Stored>): number | null => {
  if (autoApprove === 'atOnce') return 0
  return autoApprove === 'afterDays' ? (autoApproveDays ?? 7) : null
}

/** What a release keeps of an assignment. */
export const buildAssignment = (stored: Step['assignment']): Assignment => {
  const { accepts, grading, maxPoints, passPoints, rubric } = stored ?? {}
  const hasPoints = grading === 'points'
  return {
    requirements: linesOf(stored?.requirements),
    accepts: answerKinds.filter((kind) => (accepts ?? []).includes(kind)),
    maxFiles: stored?.maxFiles ?? 10,
    maxFileBytes: Math.min(Math.round((stored?.maxFileMegabytes ?? 20) * megabyte), maxAnswerBytes),
    extensions: extensionsOf(stored?.extensions),
    maxAttempts: stored?.maxAttempts ?? 0,
    maxPoints: hasPoints ? (maxPoints ?? 100) : null,
    passPoints: hasPoints ? (passPoints ?? null) : null,
    rubric: rubric?.trim() || null,
    due: deadlineOf(stored?.dueAt, stored?.dueAfterDays),
    cutOff: deadlineOf(stored?.cutOffAt, stored?.cutOffAfterDays),
    isBlockingWhilePending: stored?.isBlockingWhilePending ?? true,
    autoApproveDays: autoApproval(stored ?? {}),
  }
}
