import type { Step } from '../../src/payload-types.ts'

export type QuestionBlock = NonNullable<NonNullable<Step['quiz']>['questions']>[number]

/** How a question is answered. Options, items and pairs are known by their words, as learners see them. */
export type PlannedAnswer =
  | { kind: 'choice'; right: string[]; wrong: string[] }
  | { kind: 'order'; items: string[] }
  | { kind: 'match'; pairs: Record<string, string> }
  | { kind: 'typed'; right: string[]; wrong: string[] }
  | { kind: 'sent'; as: 'photo' | 'document' | 'voice' }

export type PlannedQuestion = { token: string; block: QuestionBlock; answer: PlannedAnswer }

export type PlannedStep = {
  /** Stands in its title as `[A03]`, so that it is known wherever it is shown. */
  key: string
  fields: Partial<Omit<Step, 'course' | 'unlockConditions'>>
  questions: PlannedQuestion[]
  /** Rules name steps by their ids, which are not known before the steps are made. */
  rule?: (idOf: (key: string) => string) => object
}

/** What an author does to a published course. */
export type PlannedEdit = {
  /** From the beginning, 0-based. */
  day: number
  changes: { key: string; fields: PlannedStep['fields']; rule?: PlannedStep['rule'] | null }[]
  added: PlannedStep[]
}

export type PlannedCourse = {
  /** A, B, C … */
  letter: string
  title: string
  username: string
  fields: Record<string, unknown>
  steps: PlannedStep[]
  edits: PlannedEdit[]
}
