import type { RunnerReceipt } from '../../../src/contracts/runnerActions.ts'

type Kept = { receipt: RunnerReceipt; resolve?: () => void; reject?: (error: unknown) => void }

/** A part of a batch: settled by what the CMS said of the whole. */
export type ReceiptBundle = { receipts: RunnerReceipt[]; kept: Kept[] }

export type ReceiptBox = {
  size: () => number
  add: (receipt: RunnerReceipt) => void
  /** Resolves when the CMS has it; rejects, and forgets it, when the batch that carried it failed. */
  addAwaited: (receipt: RunnerReceipt) => Promise<void>
  take: (max: number) => ReceiptBundle
  committed: (bundle: ReceiptBundle) => void
  /** `isKept`: those nobody waits for are put back and go with the next batch. */
  failed: (bundle: ReceiptBundle, error: unknown, isKept: boolean) => void
}

/**
 * Receipts on their way. Bounded: a `sent` receipt that is lost costs at most that a view is sent again,
 * so when the CMS is away for long the oldest go.
 */
export const createReceiptBox = (max: number, onDropped: (count: number) => void): ReceiptBox => {
  let waiting: Kept[] = []

  const trim = () => {
    const excess = waiting.length - max
    if (excess <= 0) return
    const dropped = waiting.splice(0, excess)
    for (const { reject } of dropped) reject?.(new Error('too many receipts are waiting'))
    onDropped(excess)
  }
  const add = (kept: Kept) => {
    waiting.push(kept)
    trim()
  }

  return {
    size: () => waiting.length,
    add: (receipt) => add({ receipt }),
    addAwaited: (receipt) => new Promise((resolve, reject) => add({ receipt, resolve, reject })),
    take: (count) => {
      const kept = waiting.length <= count ? waiting : waiting.slice(0, count)
      waiting = waiting.length <= count ? [] : waiting.slice(count)
      return { kept, receipts: kept.map(({ receipt }) => receipt) }
    },
    committed: ({ kept }) => kept.forEach(({ resolve }) => resolve?.()),
    failed: ({ kept }, error, isKept) => {
      const unattended = kept.filter(({ reject }) => reject === undefined)
      kept.forEach(({ reject }) => reject?.(error))
      if (isKept) waiting = [...unattended, ...waiting]
      else onDropped(unattended.length)
      trim()
    },
  }
}
