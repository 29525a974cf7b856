import type { Locale } from '../../contracts/locale.ts'
import type { MediaFile } from '../../contracts/mediaFile.ts'
import type { OwnTexts } from '../../contracts/ownTexts.ts'
import type { AnswerKind } from '../../contracts/submission.ts'
import type { CourseDrip, StepDrip } from './drip/schedule.ts'
import type { Quiz } from './quiz/quizTypes.ts'
import type { UnlockRule } from './rules/rule.ts'

type StepShape = {
  id: string
  title: string
  description: string | null
  section: string | null
  isRequired: boolean
  /** Minutes. */
  estimatedDuration: number | null
  content: { root: Record<string, unknown> } | null
  /** Takes the place of the course's order for this step; left out when the author made none. */
  unlock?: UnlockRule
  /** A schedule of its own; left out when the author made none. */
  drip?: StepDrip
}

export type TextStep = StepShape & { stepType: 'text' }
/** Has one of both: a file of ours, or an address elsewhere. */
export type VideoStep = StepShape & { stepType: 'video'; video: string | null; videoUrl: string | null }
/** Its content is shown before the first question. */
export type QuizStep = StepShape & { stepType: 'quiz'; quiz: Quiz }

/** Until when: a time, or so many days after the learner has opened the step. */
export type Deadline = { at: string } | { afterDays: number }

export type Assignment = {
  requirements: string[]
  accepts: AnswerKind[]
  maxFiles: number
  maxFileBytes: number
  /** Endings of file names, in lower case and without the dot; none: any. */
  extensions: string[]
  /** 0: as many as it takes. */
  maxAttempts: number
  /** null: passed or not, without points. */
  maxPoints: number | null
  passPoints: number | null
  /** What reviewers go by; learners never see it. */
  rubric: string | null
  due: Deadline | null
  cutOff: Deadline | null
  /** Whether the course waits for the review. */
  isBlockingWhilePending: boolean
  /** Approved by itself after so many days, 0: at once; null: never. */
  autoApproveDays: number | null
}

/** Its content is the task. */
export type AssignmentStep = StepShape & { stepType: 'assignment'; assignment: Assignment }

/** A step inside a release, with what grades it. Learners get `LearnerStep` instead. */
export type ReleaseStep = TextStep | VideoStep | QuizStep | AssignmentStep

/** What a course's bot says of itself beside the course's title and description. */
export type BotProfile = {
  /** Id of a picture among the release's files. */
  pictureId: string | null
  /** By language; what is empty there is as for everybody. */
  texts: Record<string, { name: string; description: string; shortDescription: string }>
}

/** One of a course's calls to whoever stays away: so long after the last thing that they did, or the call before. */
export type ReminderRung = {
  amount: number
  unit: 'hours' | 'days'
  /** In the creator's words, by the learner's language; left out: in the product's. */
  texts?: Partial<Record<Locale, string>>
}

/** An immutable, numbered state of a course. */
export type Release = {
  id: string
  courseId: string
  /** 0: made for a test. */
  number: number
  title: string
  description: string
  language: string
  /** Minutes. */
  estimatedDuration: number | null
  /** Whether Telegram shall keep people from forwarding and saving what the bot sends. */
  isProtected: boolean
  /** Left out when the author wrote nothing of the kind. */
  profile?: BotProfile
  /** IANA name; left out when the author chose none. */
  timeZone?: string
  /** The schedule by which the course is released to each learner; left out when there is none. */
  drip?: CourseDrip
  /** The creator's own words in the chat; left out when there are none. */
  texts?: OwnTexts
  /** Left out when the course reminds nobody. */
  reminders?: { ladder: ReminderRung[] }
  steps: ReleaseStep[]
  /** All files that the steps use, by id. */
  media: Record<string, MediaFile>
}
