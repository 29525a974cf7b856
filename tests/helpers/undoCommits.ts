import type { Payload } from 'payload'

/** What Payload writes in this process is undone at its end, so that one document serves many tries. */
export const undoCommits = async <Result>(payload: Payload, act: () => Promise<Result>): Promise<Result> => {
  const { db } = payload
  const commit = db.commitTransaction
  db.commitTransaction = db.rollbackTransaction
  try {
    return await act()
  } finally {
    db.commitTransaction = commit
  }
}
