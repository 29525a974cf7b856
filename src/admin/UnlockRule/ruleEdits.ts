import type { Condition, RuleGroup } from '../../lesson/engine/rules/rule.ts'

type Part = Condition | RuleGroup

/** What people choose between: `op` and `negate` in one. */
export const groupOps = ['all', 'any', 'none', 'notAll'] as const
export type GroupOp = (typeof groupOps)[number]

export const opOf = ({ op, negate }: RuleGroup): GroupOp => {
  if (op === 'all') return negate ? 'notAll' : 'all'
  return negate ? 'none' : 'any'
}

export const withOp = <Group extends RuleGroup>(group: Group, chosen: GroupOp): Group => {
  const { negate: _negate, ...rest } = group
  const op = chosen === 'all' || chosen === 'notAll' ? 'all' : 'any'
  return { ...rest, op, ...(chosen === 'none' || chosen === 'notAll' ? { negate: true } : {}) } as Group
}

export const withPart = <Group extends RuleGroup>(group: Group, index: number, part: Part): Group => ({
  ...group,
  conditions: group.conditions.map((known, place) => (place === index ? part : known)),
})

export const withoutPart = <Group extends RuleGroup>(group: Group, index: number): Group => ({
  ...group,
  conditions: group.conditions.filter((_, place) => place !== index),
})

export const withNewPart = <Group extends RuleGroup>(group: Group, part: Part): Group => ({
  ...group,
  conditions: [...group.conditions, part],
})

/** Kinds that can be chosen: learners have no tags yet, and nothing can be bought. */
export const offeredKinds = ['completion', 'grade', 'date', 'delay'] as const
export type OfferedKind = (typeof offeredKinds)[number]

/** A condition to be filled in. */
export const newCondition = (kind: OfferedKind): Condition => {
  switch (kind) {
    case 'completion':
      return { kind, step: '', state: 'done' }
    case 'grade':
      return { kind, step: '', min: 50 }
    case 'date':
      return { kind, from: '' }
    case 'delay':
      return { kind, after: 'enrolment', amount: 1, unit: 'days' }
  }
}
