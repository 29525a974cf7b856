/** How something was answered, whichever way it was asked. */
export type Outcome = { status: number; text: string }

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500

/** A call of the local API as if over HTTP: what it gives, or the status of what it throws. */
export const outcomeOf = async (call: Promise<unknown>): Promise<Outcome> =>
  call.then(
    (value) => ({ status: 200, text: JSON.stringify(value) ?? '' }),
    (error: unknown) => ({ status: statusOf(error), text: String(error) }),
  )
