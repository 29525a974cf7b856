import type { UnlockRule } from '../../src/lesson/engine/rules/rule.ts'
import type { CourseDrip, DripPace } from '../../src/lesson/engine/drip/schedule.ts'
import type { StepPlanner } from './planSteps.ts'
import type { PlannedStep } from './types.ts'

type Part = UnlockRule['conditions'][number]

const hourMs = 3_600_000
const rule =
  (conditions: (idOf: (key: string) => string) => Part[], more: Partial<UnlockRule> = {}) =>
  (idOf: (key: string) => string): UnlockRule => ({
    ...{ op: 'all', show: 'greyed', ...more },
    conditions: conditions(idOf),
  })

/** So long after the beginning of the simulation, at a full hour: nobody begins to learn then. */
const momentAt = (startsAt: number, days: number) =>
  new Date(startsAt + Math.round(days * 24) * hourMs + hourMs).toISOString()

/** Every condition of unlock rules, alone and in groups, greyed and hidden. */
export const ruledSteps = (plan: StepPlanner, startsAt: number, days: number): PlannedStep[] => {
  const steps: PlannedStep[] = [plan.text()]
  const first = plan.lastKey()
  steps.push(
    plan.quiz(['single', 'explained', 'number'], { passingPercentage: 60, maxAttempts: 3, whenFailed: 'continue' }), // prettier-ignore
  )
  const quiz = plan.lastKey()
  steps.push(
    plan.text({
      isRequired: false,
      rule: rule((id) => [{ kind: 'grade', step: id(quiz), min: 67 }], { show: 'hidden' }),
    }),
    plan.text({
      isRequired: false,
      rule: rule((id) => [{ kind: 'completion', step: id(quiz), state: 'failed' }]),
    }),
    plan.text({
      rule: rule(
        (id) => [
          { kind: 'completion', step: id(quiz), state: 'passed' },
          { kind: 'delay', after: 'enrolment', amount: 3, unit: 'days' },
        ],
        { op: 'any' },
      ),
    }),
    plan.text({ rule: rule(() => [{ kind: 'delay', after: 'previous', amount: 30, unit: 'minutes' }]) }),
    plan.text({
      isRequired: false,
      rule: rule((id) => [
        { kind: 'date', until: momentAt(startsAt, days * 0.6) },
        { kind: 'completion', step: id(first), state: 'done' },
      ]),
    }),
    plan.text({
      rule: rule((id) => [
        { kind: 'date', from: momentAt(startsAt, days * 0.3) },
        { op: 'any', conditions: [{ kind: 'completion', step: id(quiz), state: 'done' }, { kind: 'grade', step: id(quiz), max: 30 }] }, // prettier-ignore
      ]),
    }),
    plan.text({
      isRequired: false,
      rule: rule((id) => [{ kind: 'grade', step: id(quiz), min: 100 }], { negate: true }),
    }),
    plan.text({ rule: rule(() => [{ kind: 'delay', after: 'previous', amount: 1, unit: 'days' }]) }),
    plan.text({ rule: rule(() => [{ kind: 'completion', step: 'previous', state: 'done' }]) }),
  )
  return steps
}

const pace = (more: Partial<DripPace> = {}): DripPace => ({
  ...{ amount: 1, unit: 'days', weekdays: [], time: 9 * 60 },
  ...more,
})

type StoredDrip = CourseDrip & { isOn: true }

export const sectionSchedule: StoredDrip = { ...pace(), isOn: true, per: 'section', isFirstAtOnce: true }
export const stepSchedule: StoredDrip = {
  ...pace({ weekdays: [1, 2, 3, 4, 5, 6], time: null }),
  ...{ isOn: true, per: 'step', isFirstAtOnce: false },
}

/** Sections that are released on mornings; one has a date, and one no schedule. */
export const scheduledSections = (plan: StepPlanner, startsAt: number, days: number): PlannedStep[] => [
  plan.text({ section: 'First' }),
  plan.quiz(['single', 'loose'], { passingPercentage: 50 }, { section: 'First' }),
  plan.text({ section: 'Second' }),
  plan.text({ section: 'Second' }),
  plan.text({ section: 'Third', drip: { mode: 'date', at: momentAt(startsAt, days * 0.4) } }),
  plan.text({ section: 'Fourth', isRequired: false, drip: { mode: 'none' } }),
  plan.text({ section: 'Fifth' }),
  plan.quiz(['explained', 'number'], { passingPercentage: 50, maxAttempts: 2, whenFailed: 'continue' }, { section: 'Fifth' }), // prettier-ignore
]

/** A step a day but on Sundays; some have a pace of their own. */
export const scheduledSteps = (plan: StepPlanner): PlannedStep[] => [
  plan.text(),
  plan.text(),
  plan.quiz(['single', 'exact'], { passingPercentage: 50 }),
  plan.text({ drip: { mode: 'chain', ...pace({ amount: 36, unit: 'hours', time: null }) } }),
  plan.text({ drip: { mode: 'chain', ...pace({ amount: 0, weekdays: [2, 4], time: 18 * 60 }) } }),
  plan.text(),
]
