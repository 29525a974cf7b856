export type Gate = {
  isClosed: () => boolean
  /** @returns false when the gate is closed; who got in says `leave` in the end */
  enter: () => boolean
  leave: () => void
  /** Lets nobody in any more; resolves when everybody has left. */
  close: () => Promise<void>
}

/** Counts who is inside, so that a shutdown can wait for them. */
export const createGate = (): Gate => {
  let inside = 0
  let isClosed = false
  const { promise: emptied, resolve: onEmpty } = Promise.withResolvers<void>()
  const check = () => {
    if (isClosed && inside === 0) onEmpty()
  }

  return {
    isClosed: () => isClosed,
    enter: () => {
      if (!isClosed) inside++
      return !isClosed
    },
    leave: () => {
      inside--
      check()
    },
    close: () => {
      isClosed = true
      check()
      return emptied
    },
  }
}
