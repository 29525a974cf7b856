import { firstUpdateId } from './addLearners.ts'

let updateId = firstUpdateId

/** Telegram's number of the next update of the run. */
export const nextUpdateId = (): number => ++updateId
