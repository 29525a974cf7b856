import type { RunnerAction } from '../../contracts/runnerActions.ts'

/** How a learner is listed. */
export const learnerName = ({
  firstName,
  lastName,
}: Pick<RunnerAction['learner'], 'firstName' | 'lastName'>): string =>
  [firstName, lastName].filter(Boolean).join(' ') || '—'
