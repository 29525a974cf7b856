import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { SentFile } from '../../contracts/lessonEvent.ts'
import type { LearnerSettings } from '../../contracts/learnerSettings.ts'
import type { MediaFile } from '../../contracts/mediaFile.ts'
import type { Locale } from '../../contracts/locale.ts'
import type { NoticeKind } from '../../contracts/notice.ts'
import type { OwnTexts } from '../../contracts/ownTexts.ts'
import type { Quiz } from './quiz/quizTypes.ts'
import type { CourseDrip, StepDrip } from './drip/schedule.ts'
import type { UnlockRule } from './rules/rule.ts'
import type { TimerKind } from './systemEvent.ts'
import type { AnswerKind, DraftRefusal, SubmissionStatus } from '../../contracts/submission.ts'

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

/** What happened, for analytics and for recomputing progress. */
export type Fact = {
  type:
    | 'bot_started'
    | 'enrolled'
    | 'step_unlocked'
    | 'step_opened'
    | 'step_completed'
    | 'quiz_answered'
    | 'assignment_submitted'
    | 'assignment_reviewed'
    | 'quiz_finished'
    | 'course_completed'
    | 'restarted'
    | 'reminder_sent'
    | 'bot_blocked'
    | 'bot_unblocked'
    | 'override'
  stepId: string | null
  releaseId: string | null
  data: Record<string, string | number | boolean | null | string[]>
}

/** Something will happen at a time unless the learner is done with it before. One per kind, step and attempt. */
export type TimerRecord = {
  type: 'timer'
  kind: TimerKind
  stepId: string
  attempt: number
  /** ISO, product time. */
  dueAt: string
}

/** An answer to an assignment is handed in. */
export type SubmissionRecord = {
  type: 'submission'
  stepId: string
  stepTitle: string
  releaseId: string
  attempt: number
  items: DraftItem[]
  isLate: boolean
  maxScore: number | null
  /** At once, by the step's own setting. */
  isApproved: boolean
  submittedAt: string
}

/** An answer is approved because nobody has reviewed it. */
export type AutoApprovalRecord = {
  type: 'autoApproval'
  stepId: string
  attempt: number
  score: number | null
  reviewedAt: string
}

/** What the person has chosen anew, for all their courses. */
export type SettingsRecord = { type: 'settings'; change: Partial<LearnerSettings> }
/** `comment` null: the one that there is stays. */
export type RatingRecord = { type: 'rating'; stars: number; comment: string | null }
/** The learner is to be given their data, and then forgotten. */
export type ErasureRecord = { type: 'erasure' }

/** The learner is to be told something that follows nothing they did just now, once at most. */
export type NoticeRecord = {
  type: 'notice'
  kind: NoticeKind
  /** There is one of a learner, kind and key; null: unlocks, which go into those that still wait to be told. */
  key: string | null
  effect: LessonEffect
  /** ISO, product time. */
  dueAt: string
}

/** What is written in the learner's transaction beside state, progress and facts. */
export type EngineRecord =
  | TimerRecord
  | SubmissionRecord
  | AutoApprovalRecord
  | SettingsRecord
  | RatingRecord
  | ErasureRecord
  | NoticeRecord

export type AdvanceResult = {
  state: LearnerState
  effects: LessonEffect[]
  facts: Fact[]
  records: EngineRecord[]
  /** The event is to come again: what it is about is not known yet. */
  isPostponed?: true
}
