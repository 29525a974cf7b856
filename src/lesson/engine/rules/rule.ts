/** How a step ended: by the learner's doing (`done`), and with which result where there is one to reach. */
export const completionStates = ['done', 'passed', 'failed'] as const
export const delayUnits = ['minutes', 'hours', 'days'] as const
export const delayAnchors = ['enrolment', 'previous'] as const
export const purchases = ['step', 'course', 'subscription'] as const

export type DelayUnit = (typeof delayUnits)[number]

/** `step`: the id of one of the course's steps; `previous`: the one before the step that has the rule. */
export type Condition =
  | { kind: 'completion'; step: string; state: (typeof completionStates)[number] }
  /** One of both, ISO: from this moment on, or until before it. */
  | { kind: 'date'; from?: string; until?: string }
  /** Days are those of the learner's calendar: they end at the time of day at which they began. */
  | { kind: 'delay'; after: (typeof delayAnchors)[number]; amount: number; unit: DelayUnit }
  /** The best result in percent, from 0 to 100, both borders included. */
  | { kind: 'grade'; step: string; min?: number; max?: number }
  | { kind: 'tag'; name: string }
  | { kind: 'purchase'; of: (typeof purchases)[number] }

export type RuleGroup = { op: 'all' | 'any'; negate?: boolean; conditions: (Condition | RuleGroup)[] }

/** When a step opens; until then it stands in the contents with a lock (`greyed`) or is not there (`hidden`). */
export type UnlockRule = RuleGroup & { show: 'hidden' | 'greyed' }

/** Stands for the step before in `Condition.step`. */
export const previousStepId = 'previous'

export const isGroup = (part: Condition | RuleGroup): part is RuleGroup => 'op' in part
