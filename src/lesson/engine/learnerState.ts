import type { SentFile } from '../../contracts/lessonEvent.ts'
import type { MediaFile } from '../../contracts/mediaFile.ts'
import type { DraftRefusal, SubmissionStatus } from '../../contracts/submission.ts'

/** Times are ISO strings of product time. */
export type StepState = {
  openedAt: string
  completedAt: string | null
  /** Seconds from opened to completed, gaps over 15 minutes not counted. */
  timeSpent: number
  /** Of a quiz that was begun. */
  quiz?: QuizRecord
  /** Of an assignment to which an answer was handed in. */
  assignment?: AssignmentRecord
}

/** What became of a learner's attempts at a quiz. */
export type QuizRecord = {
  begun: number
  finished: number
  /** Percentage of the best finished attempt. */
  best: number | null
  /** Those that ended with their time and did not count. */
  discarded?: number
  /** Percentages of the finished attempts; records of long ago know the best alone. */
  sum?: number
  first?: number
  last?: number
  /** What the grading makes of them. */
  score?: number
  /** Whether one of them was enough. */
  isPassed?: true
}

/** What became of a learner's answers to an assignment. */
export type AssignmentRecord = {
  /** The highest number of an answer. */
  attempts: number
  /** The answer that the rest is about: the last one. */
  attempt: number
  /** null: the course was begun anew since. */
  status: SubmissionStatus | null
  /** One was approved before the course was begun anew: nobody has to hand in another one. */
  wasApproved?: true
  /** How many waited for their review when the course was begun anew: nobody hears of it, so they cost no attempt. */
  waived?: number
  /** Those of them that nobody has reviewed yet. */
  awaited?: number[]
  submittedAt: string
  isLate: boolean
  /** Percentage of the best reviewed answer. */
  best: number | null
  score: number | null
  /** As the step said when it was handed in. */
  maxScore: number | null
  comment: string | null
  voice: MediaFile | null
}

/** One message of an answer. */
export type DraftItem = { text: string | null; file: SentFile | null }

/** What is collected for an assignment and not yet handed in. */
export type Draft = {
  /** Rises with each change. */
  revision: number
  items: DraftItem[]
  /** What was sent and not taken, until the answer is handed in or begun anew. */
  refusals?: { reason: DraftRefusal; count: number }[]
  /** The message that shows it. */
  messageId: number | null
}

/** An answer of an attempt that may be looked through when it is over: what was chosen, or what was written. */
export type AttemptAnswer = { questionId: string; credit: number; ids?: string[]; text?: string }

/** The attempt that is under way, or that was finished last. Those of long ago do not know what is optional here. */
export type QuizAttempt = {
  stepId: string
  /** Counts the attempts at this step, from 1. */
  number: number
  /** Tells one state of a quiz from another: an attempt goes on only in the quiz in which it was begun. */
  key: string
  /** How many questions there are, are answered, and are answered rightly. They are asked in their order. */
  total: number
  answered: number
  right: number
  /** Marks so far, and those that all right answers are worth. */
  earned?: number
  outOf?: number
  /** When its time is over. */
  dueAt?: string
  /** How it ended: all is answered; the time was over, and it counts or not. */
  ended?: 'answered' | 'timeUp' | 'discarded'
  answers?: AttemptAnswer[]
  /** Whether the step was done when the attempt began. */
  isReview: boolean
  /** The question that is asked: none before the first and after the last. */
  open?: OpenQuestion
}

export type OpenQuestion = {
  questionId: string
  /** What is chosen and not yet submitted: ticked options, items in their order, what belongs to each left one. */
  selected: string[]
  /** Ids of the polls that show it, and how many are sent of which Telegram's answer is not known yet. */
  polls: string[]
  pollsAwaited: number
  /** An answer to a poll of which we do not know (yet) whether it is one of these. */
  unknownPoll?: { pollId: string; since: string }
}

export type LearnerState = {
  /** Rises with each view that says where the learner is; buttons carry it. 0: nothing shown yet. */
  version: number
  view: 'none' | 'welcome' | 'step' | 'question' | 'quizResult' | 'submitted' | 'waiting' | 'completion'
  /** The release that the view was made from. */
  releaseId: string | null
  /** The step that the learner stands on, also while the welcome is shown again. */
  stepId: string | null
  steps: Record<string, StepState>
  /** Of the present way through the course: whoever begins anew is active again. */
  status: 'invited' | 'active' | 'completed'
  isBlocked: boolean
  lastActionAt: string | null
  /** The first time. */
  completedAt: string | null
  quiz?: QuizAttempt
  /** By step. */
  drafts?: Record<string, Draft>
  /** Steps, in the order in which they were marked. */
  bookmarks?: string[]
  /** What the learner is asked to type, or to confirm, beside what their step asks for. */
  asked?: { for: 'timeZone'; candidates: string[] } | { for: 'ratingComment' } | { for: 'erasure' }
  /** Stars that the learner gave the course. */
  rating?: number
  /** Their data are on the way out: nothing else happens any more. */
  isErasing?: true
  /** How often the learner was called back since the last thing that they did. */
  reminders?: {
    /** The action from which on they count. */
    since: string
    sent: number
    /** When they were called last; `since` before the first time. */
    lastAt: string
    /** When a timer comes; null: none waits. */
    dueAt: string | null
    /** They were called the last time: nothing more before they do something. */
    isPaused?: true
  }
  /** Days in a row, by the learner's calendar, on which they completed a step, until `day`. */
  streak?: { days: number; day: string; best: number }
  /** When the course was begun, which delays count from; set when a release first has rules. */
  enrolledAt?: string
  /** Steps with a rule that are open for ever, since when. */
  unlocked?: Record<string, string>
  /** Steps that their schedule has released for ever, since when. */
  drip?: Record<string, string>
  /** What the schedule releases next: the first step of it, and the time for which a timer is set. */
  nextDrip?: { stepId: string; dueAt: string }
  /** Steps that open by waiting alone, and the times for which timers are set. */
  opening?: Record<string, string>
  /** When a teacher lets steps open to this learner, whatever rules and schedule say. */
  overrides?: Record<string, { opensAt: string }>
  /** What goes on counting in a course that was begun anew: attempts at its quizzes and assignments. */
  earlier?: Record<string, Pick<StepState, 'quiz' | 'assignment'>>
}
