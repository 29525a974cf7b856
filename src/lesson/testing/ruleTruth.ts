import type { Condition, RuleGroup } from '../engine/rules/rule.ts'

/** What really happened to a learner, noted without the engine. Times are milliseconds since the epoch. */
export type RuleWorld = {
  now: number
  enrolledAt: number | null
  previousId: string | null
  doneAt: ReadonlyMap<string, number>
  failed: ReadonlySet<string>
  scores: ReadonlyMap<string, number>
}

const unitMs = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const

/** 1 when it is so, 0 when it is not. Days have 24 hours here: for zones that never change their clocks. */
const truthOf = (condition: Condition, world: RuleWorld): 0 | 1 => {
  const { now, enrolledAt, previousId, doneAt, failed, scores } = world
  const bit = (holds: boolean) => (holds ? 1 : 0)
  switch (condition.kind) {
    case 'completion': {
      const id = condition.step === 'previous' ? previousId : condition.step
      const isDone = id !== null && doneAt.has(id)
      const isFailed = id !== null && failed.has(id)
      return bit({ done: isDone, passed: isDone && !isFailed, failed: isFailed }[condition.state])
    }
    case 'date': {
      const { from, until } = condition
      return bit(from === undefined ? Date.parse(until ?? '') > now : Date.parse(from) <= now)
    }
    case 'delay': {
      const since = condition.after === 'enrolment' ? enrolledAt : doneAt.get(previousId ?? '')
      return bit(typeof since === 'number' && now - since >= condition.amount * unitMs[condition.unit])
    }
    case 'grade': {
      const score = scores.get(condition.step) ?? Number.NaN
      return bit((condition.min ?? 0) <= score && score <= (condition.max ?? 100))
    }
    default:
      return 0
  }
}

type Token = Condition | { end: RuleGroup }

/** The rule as a list in which each group stands behind its parts. */
const tokensOf = (part: Condition | RuleGroup): Token[] =>
  'op' in part ? [...part.conditions.flatMap(tokensOf), { end: part }] : [part]

/** What a rule without tags and purchases means, reckoned in another way than the engine's: with a stack of bits. */
export const ruleTruth = (rule: RuleGroup, world: RuleWorld): boolean => {
  const stack: number[] = []
  for (const token of tokensOf(rule)) {
    if (!('end' in token)) {
      stack.push(truthOf(token, world))
      continue
    }
    const { op, negate, conditions } = token.end
    const bits = stack.splice(-conditions.length)
    const held = op === 'all' ? Math.min(...bits) : Math.max(...bits)
    stack.push(negate ? 1 - held : held)
  }
  return stack[0] === 1
}
