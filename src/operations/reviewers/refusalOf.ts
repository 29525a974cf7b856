import type { ReviewRefusal } from '../../contracts/platformReview.ts'
import { AppError } from '../../errors/AppError.ts'

const reasons: Partial<Record<AppError['code'], ReviewRefusal>> = {
  submissionDecided: 'decided',
  submissionClaimed: 'claimed',
  submissionChanged: 'changed',
  notFound: 'gone',
  commentNeeded: 'comment',
  scoreNeeded: 'score',
  scoreOutOfRange: 'score',
  scoreBelowPass: 'scoreBelow',
}

/** What the platform bot says of a refusal. @throws the error itself when it is none that reviewers can act on */
export const refusalOf = (error: unknown): { why: ReviewRefusal; by: string | null } => {
  const why = error instanceof AppError ? reasons[error.code] : undefined
  if (why === undefined) throw error
  const by = (error as AppError).details?.by
  return { why, by: typeof by === 'string' && by !== '' ? by : null }
}
