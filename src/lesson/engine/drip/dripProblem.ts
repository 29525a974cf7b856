import { courseDripSchema, stepDripSchema } from './dripSchema.ts'
import { dripLimits, type DripPace } from './schedule.ts'

export const dripProblemCodes = ['amountWrong', 'noWait', 'dateMissing', 'unreadable'] as const
export type DripProblemCode = (typeof dripProblemCodes)[number]

/** A form that may not be filled in yet. */
type Draft = Partial<DripPace> & { isOn?: boolean; mode?: string; at?: string }

const isAmount = ({ amount = -1, unit }: Draft): boolean =>
  Number.isInteger(amount) && amount >= 0 && amount <= dripLimits[unit === 'hours' ? 'hours' : 'days']

/** What keeps a value from being a schedule, in the words of whoever fills in the form; null: it is one. */
export const dripProblem = (of: 'course' | 'step', value: unknown): DripProblemCode | null => {
  const schema = of === 'course' ? courseDripSchema : stepDripSchema
  if (value === null || value === undefined || schema.safeParse(value).success) return null
  const draft = (typeof value === 'object' ? value : {}) as Draft
  if (draft.mode === 'date' && !draft.at) return 'dateMissing'
  const hasPace = of === 'course' || draft.mode === 'chain'
  if (hasPace && !isAmount(draft)) return 'amountWrong'
  const isNoWait = draft.amount === 0 && draft.weekdays?.length === 0 && draft.time === null
  return hasPace && isNoWait ? 'noWait' : 'unreadable'
}
