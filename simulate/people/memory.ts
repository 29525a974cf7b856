import { newLife, type Life } from './noteLife.ts'

/** What a learner keeps in mind. */
export type Memory = {
  /** Everything they have done so far; of this sitting. */
  deeds: number
  deedsNow: number
  sittings: number
  /** How often they were asked each question. */
  asked: Map<string, number>
  /** Messages with polls in which they have voted. */
  voted: Set<number>
  /** Steps whose work they have handed in, until somebody sends it back. */
  handedIn: Set<string>
  hasResumed: boolean
  /** How far they are with telling their settings, and with rating the course. */
  settings: number
  rating: number
  /** Messages whose only step to open they have opened. */
  followed: Set<number>
  life: Life
}

export const createMemory = (): Memory => ({
  ...{ deeds: 0, deedsNow: 0, sittings: 0, asked: new Map(), voted: new Set(), handedIn: new Set() },
  ...{ hasResumed: false, settings: 0, rating: 0, followed: new Set(), life: newLife() },
})
