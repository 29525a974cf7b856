export const dripUnits = ['hours', 'days'] as const
/** What a step says of its schedule: nothing of its own, none at all, so long after the one before, or a date. */
export const dripModes = ['course', 'none', 'chain', 'date'] as const
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export const dripLimits = { hours: 8784, days: 366, lastMinute: 1439 } as const

/** How long after another moment something opens. */
export type DripPace = {
  amount: number
  /** Days are those of the learner's calendar. */
  unit: (typeof dripUnits)[number]
  /** 1 (Monday) to 7, in the learner's zone; none: any. */
  weekdays: number[]
  /** Minutes after midnight by the learner's clock; null: at the time that it is then. */
  time: number | null
}

/** Of a whole course: every section, or every step, opens so long after the one before. */
export type CourseDrip = DripPace & {
  per: 'section' | 'step'
  /** Whether the first opens when the course is begun; else it is as long after that. */
  isFirstAtOnce: boolean
}

/** Of a step, and of those after it up to the next one that begins something of its own. */
export type StepDrip =
  | { mode: 'none' }
  | ({ mode: 'chain' } & DripPace)
  /** ISO: for everybody at once, and for who comes later at once when they come. */
  | { mode: 'date'; at: string }
