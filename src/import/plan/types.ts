import type { Block } from '../../lesson/content/block.ts'
import type { Finding } from '../convert/finding.ts'

/** A question as the source has it; ids come with the step. */
export type PlannedQuestion = {
  kind: 'single' | 'multiple'
  text: string
  /** Path in the source. */
  media: string | null
  options: { text: string; isCorrect: boolean; explanation: string | null }[]
  explanation: string | null
}

export type PlannedQuiz = { questions: PlannedQuestion[]; passingPercentage: number; isShuffled: boolean }

/** Blocks name media by their path in the source. */
export type PlannedStep = {
  /** What the step is known by when the source is imported again: path and heading. */
  key: string
  /** Path of the page that it comes from. */
  file: string
  title: string
  section: string | null
  isRequired: boolean
  /** Minutes. */
  estimatedDuration: number | null
  blocks: Block[]
  quiz: PlannedQuiz | null
}

export const courseFields = ['title', 'description', 'category', 'language', 'tags'] as const

export type PlannedCourse = {
  title: string
  description: string
  category: string
  language: string
  tags: string[]
  /** Minutes. */
  estimatedDuration: number | null
  /** 1 to 5, null when the source does not say. */
  difficultyLevel: number | null
  /** Path of a picture. */
  thumbnail: string | null
}

/** Where a field of the course comes from, when nobody said it outright. */
export type Guess = { field: (typeof courseFields)[number]; value: string; from: string }

export type ImportPlan = {
  course: PlannedCourse
  steps: PlannedStep[]
  /** Paths of the files that steps use, with the description that the first of them gives. */
  media: Map<string, { alt: string }>
  guesses: Guess[]
  /** What could not be kept. */
  losses: Finding[]
  /** Files that are no lesson, and why. */
  skipped: { path: string; reason: SkipReason }[]
}

export type SkipReason =
  'repository' | 'translation' | 'site' | 'notNumbered' | 'notListed' | 'asked' | 'notMarkdown' | 'empty'
