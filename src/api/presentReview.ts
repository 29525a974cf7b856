import type { AssignmentQueue, AssignmentReview } from '../contracts/api/assignments.ts'
import type { ReviewedAttempt, ReviewState } from '../operations/assignments/describeSubmission.ts'
import type { QueuePage } from '../operations/assignments/listQueue.ts'

/** Times as the database's client gives them. */
const iso = (at: string | Date): string => new Date(at).toISOString()

const presentAttempt = ({
  submittedAt,
  comment,
  voice,
  decidedBy,
  decidedAt,
  ...attempt
}: ReviewedAttempt): AssignmentReview['others'][number] => ({
  ...attempt,
  submittedAt: iso(submittedAt),
  teacherComment: comment,
  feedbackVoice: voice,
  reviewedBy: decidedBy,
  reviewedAt: decidedAt === null ? null : iso(decidedAt),
})

/** A review by the names of the API. */
export const presentReview = ({ claim, others, ...review }: ReviewState): AssignmentReview => {
  const { learnerName, filesState, requirements, rubric, passPoints } = review
  const { courseId, courseTitle, stepId, stepTitle, ...attempt } = review
  return {
    ...presentAttempt(attempt),
    ...{ courseId, courseTitle, stepId, stepTitle, learnerName, filesState },
    ...{ requirements, rubric, passPoints },
    claim: claim && { ...claim, until: iso(claim.until) },
    others: others.map(presentAttempt),
  }
}

export const presentQueue = ({ rows, total, page }: QueuePage, limit: number): AssignmentQueue => ({
  ...{ total, page, limit },
  assignments: rows.map(({ decidedBy, submittedAt, ...row }) => ({
    ...row,
    submittedAt: iso(submittedAt),
    reviewedBy: decidedBy,
  })),
})
