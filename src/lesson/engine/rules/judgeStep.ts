import { stepIndex } from '../stepIndex.ts'
import type { Turn } from '../turn.ts'
import { factsAbout } from './factsAbout.ts'
import { judgeRule, type Verdict } from './judgeRule.ts'

/** What the learner, the newest release and a moment are to rules. */
export type Judging = Pick<Turn, 'newest' | 'state' | 'now' | 'timeZone'>

/** How the rule of a step judges the learner at this moment; null when the step has none. */
export const judgeStep = ({ newest, state, now, timeZone }: Judging, stepId: string): Verdict | null => {
  const rule = newest.steps[stepIndex(newest, stepId)]?.unlock
  return rule === undefined ? null : judgeRule(rule, factsAbout(newest, state, stepId, timeZone), now)
}
