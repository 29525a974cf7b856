import { createDraw } from '../draw.ts'
import { courseZone } from './courseZone.ts'
import { createStepPlanner, type StepPlanner } from './planSteps.ts'
import { planReminders } from './reminders.ts'
import {
  ruledSteps,
  scheduledSections,
  scheduledSteps,
  sectionSchedule,
  stepSchedule,
} from './timedCourses.ts'
import type { PlannedCourse, PlannedEdit, PlannedStep } from './types.ts'

/** Quizzes in all their settings, of all kinds of questions. */
const quizzes = (plan: StepPlanner): PlannedStep[] => [
  plan.text(),
  plan.quiz(['single', 'multiple', 'single'], { passingPercentage: 50, isShuffled: true }),
  plan.quiz(['explained', 'order', 'match'], { hasPartialCredit: true, grading: 'average', maxAttempts: 3, whenFailed: 'continue', passingPercentage: 60 }), // prettier-ignore
  plan.text({ isRequired: false }),
  plan.quiz(['exact', 'loose', 'contains', 'pattern', 'number'], { passingPercentage: 60, negativeMarks: 25, showAnswer: 'afterAttempt' }), // prettier-ignore
  plan.quiz(['file', 'voice'], {}),
  plan.quiz(['exact', 'single', 'explained', 'loose'], { pickCount: 2, areQuestionsShuffled: true, grading: 'last', maxAttempts: 4, passingPercentage: 50, whenFailed: 'continue' }), // prettier-ignore
  plan.quiz(['explained', 'multiple', 'number'], { timeLimit: 10, timeUp: 'submit', hasPartialCredit: true, grading: 'first' }), // prettier-ignore
  plan.quiz(['explained', 'exact'], { timeLimit: 15, timeUp: 'discard', showCorrectness: 'never', showAnswer: 'afterClose', bands: [{ blockType: 'band', from: 0, text: 'Once more' }, { blockType: 'band', from: 70, text: 'Well done' }] }), // prettier-ignore
  plan.text(),
]

/** Assignments in all their settings. */
const assignments = (plan: StepPlanner): PlannedStep[] => [
  plan.text(),
  plan.assignment({ maxAttempts: 3 }),
  plan.assignment({ accepts: ['text', 'photo'], grading: 'points', maxPoints: 20, passPoints: 8, isBlockingWhilePending: false }), // prettier-ignore
  plan.text({ isRequired: false }),
  plan.assignment({ accepts: ['file', 'photo', 'voice'], autoApprove: 'atOnce' }),
  plan.assignment({ accepts: ['text'], autoApprove: 'afterDays', autoApproveDays: 2, grading: 'points', maxPoints: 10 }), // prettier-ignore
  plan.assignment({ accepts: ['voice', 'text'], dueAfterDays: 2, cutOffAfterDays: 20 }, { isRequired: false }), // prettier-ignore
  plan.quiz(['single', 'number'], { passingPercentage: 50 }),
  plan.text(),
]

/** A usual course: a little of everything. */
const usual = (plan: StepPlanner, from: number): PlannedStep[] => [
  plan.text({ section: 'First' }),
  plan.video({ section: 'First' }),
  plan.quiz(plan.kinds(3, from), { passingPercentage: 40 }, { section: 'First' }),
  plan.text({ section: 'Second' }),
  plan.assignment({ isBlockingWhilePending: false, autoApprove: 'afterDays', autoApproveDays: 3 }, { section: 'Second' }), // prettier-ignore
  plan.quiz(plan.kinds(3, from + 3), { maxAttempts: 2, whenFailed: 'continue', passingPercentage: 70, grading: 'highest' }, { section: 'Second' }), // prettier-ignore
  plan.text({ section: 'Third', isRequired: false }),
  plan.quiz(plan.kinds(3, from + 6), { passingPercentage: 30, hasPartialCredit: true }, { section: 'Third' }),
  plan.text({ section: 'Third' }),
]

type Around = { index: number; startsAt: number; days: number }
type Theme = { stepsOf: (plan: StepPlanner, around: Around) => PlannedStep[]; drip?: object }

const themes: readonly [Theme, ...Theme[]] = [
  { stepsOf: (plan, { index }) => usual(plan, index * 3) },
  { stepsOf: quizzes },
  { stepsOf: assignments },
  { stepsOf: (plan, { startsAt, days }) => ruledSteps(plan, startsAt, days) },
  { stepsOf: (plan, { startsAt, days }) => scheduledSections(plan, startsAt, days), drip: sectionSchedule },
  { stepsOf: scheduledSteps, drip: stepSchedule },
]

/** In the middle, something becomes optional, something is worded anew, and a lesson is added. */
const planEdits = (steps: PlannedStep[], plan: StepPlanner, days: number): PlannedEdit[] => {
  const texts = steps.filter(({ fields }) => fields.stepType === 'text')
  const [reworded, loosened] = [texts[0], texts.at(-1)]
  return [
    {
      day: Math.floor(days * 0.4),
      changes: reworded ? [{ key: reworded.key, fields: { description: 'Looked through again.' } }] : [],
      added: [plan.text()],
    },
    {
      day: Math.floor(days * 0.7),
      changes: loosened ? [{ key: loosened.key, fields: { isRequired: false } }] : [],
      added: [plan.quiz(['single', 'loose'], { passingPercentage: 50 })],
    },
  ]
}

/** @param index from 0 @param startsAt when the first day begins, epoch milliseconds */
export const planCourse = (options: {
  seed: string
  index: number
  startsAt: number
  days: number
}): PlannedCourse => {
  const { seed, index, startsAt, days } = options
  const letter = String.fromCharCode(65 + index)
  const plan = createStepPlanner(letter, createDraw(`${seed}|course ${letter}`))
  const { stepsOf, drip } = themes[index % themes.length] ?? themes[0]
  const steps = stepsOf(plan, { index, startsAt, days })
  return {
    letter,
    title: `Course ${letter}`,
    username: `course_${letter.toLowerCase()}_bot`,
    fields: {
      title: `Course ${letter}`,
      description: 'A course that a month of learning is simulated with.',
      category: 'other',
      language: 'en',
      pricingModel: 'free',
      timeZone: courseZone,
      reminders: planReminders(index),
      ...(drip && { drip }),
    },
    steps,
    edits: planEdits(steps, plan, days),
  }
}
