import type { RunnerAction, RunnerActionResult } from '../../../src/contracts/runnerActions.ts'

export type WaitingAction = {
  action: RunnerAction
  learnerKey: string
  /** How often the CMS has answered `busy`. */
  timesBusy: number
  resolve: (result: RunnerActionResult) => void
  reject: (error: unknown) => void
}

/**
 * Actions waiting for a batch, first come, first served. A batch holds one action per learner; the
 * learner's next ones keep their place for the batches after it.
 */
export const createActionQueue = () => {
  let waiting: WaitingAction[] = []

  return {
    size: () => waiting.length,
    add: (entry: WaitingAction) => void waiting.push(entry),
    /** Puts actions back before all others: they came first, and their order within a learner holds. */
    putBack: (entries: WaitingAction[]) => {
      if (entries.length > 0) waiting = [...entries, ...waiting]
    },
    take: (max: number): WaitingAction[] => {
      const batch: WaitingAction[] = []
      const learners = new Set<string>()
      const passedOver: WaitingAction[] = []
      let position = 0
      for (; position < waiting.length && batch.length < max; position++) {
        const entry = waiting[position]!
        if (learners.has(entry.learnerKey)) passedOver.push(entry)
        else {
          learners.add(entry.learnerKey)
          batch.push(entry)
        }
      }
      waiting =
        passedOver.length === 0 ? waiting.slice(position) : [...passedOver, ...waiting.slice(position)]
      return batch
    },
  }
}
