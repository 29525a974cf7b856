import { createDraw } from '../draw.ts'
import type { SimulatedStack } from '../stack/startStack.ts'

type Work = { id: string; learnerName: string; stepTitle: string; attempt: number; maxScore: number | null }

/** The lowest percentage of points with which something is approved; above what any planned step asks for. */
const passShare = 0.5

/**
 * Who reviews: at some hours they go through what waits, and decide by what was handed in, who it was and how often
 * they have tried, so that it does not matter in which order they come to it.
 */
export const createReviewers = ({ creator }: Pick<SimulatedStack, 'creator'>, seed: string) => {
  const draw = createDraw(`${seed}|reviewers`)
  let decided = 0

  const decide = async ({ id, learnerName, stepTitle, attempt, maxScore }: Work): Promise<void> => {
    const about = draw.about(learnerName, stepTitle, attempt)
    const isApproved = about.isSo(0.45 + attempt * 0.2, 'approved')
    const share = isApproved
      ? passShare + about.share('score') * (1 - passShare)
      : about.share('score') * passShare
    const score = maxScore === null ? null : Math.round(maxScore * share)
    const verdict = isApproved ? 'approved' : 'rejected'
    await creator.post(`/assignments/${id}/decide`, {
      verdict,
      comment: isApproved ? null : 'Once more.',
      score,
    })
    decided += 1
  }

  return {
    decided: () => decided,
    /** Decides about everything that waits, but for what they leave for later. */
    review: async (hour: number): Promise<void> => {
      const waiting: Work[] = []
      for (let page = 1, pages = 1; page <= pages; page++) {
        const queue = await creator.get<{ rows: Work[]; pages: number }>(
          `/assignments/queue?status=pending&page=${page}`,
        )
        pages = queue.pages
        waiting.push(...queue.rows)
      }
      for (const work of waiting)
        if (!draw.isSo(0.3, 'later', work.learnerName, work.stepTitle, work.attempt, hour)) await decide(work)
    },
  }
}
