import type { Grading } from '../quizTypes.ts'

/** Percentages of the finished attempts, as far as a score needs them. */
export type Scores = { finished: number; best: number; sum: number; first: number; last: number }

/** The score that a way of grading makes of the attempts. */
export const scoreOf = ({ finished, best, sum, first, last }: Scores, grading: Grading): number => {
  switch (grading) {
    case 'highest':
      return best
    case 'average':
      return Math.floor(sum / Math.max(1, finished))
    case 'first':
      return first
    case 'last':
      return last
  }
}
