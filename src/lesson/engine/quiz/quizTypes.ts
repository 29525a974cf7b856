/** `media`: id of a picture. */
export type QuizOption = {
  id: string
  text: string
  isCorrect: boolean
  explanation: string | null
  media?: string
}

type QuestionShape = {
  id: string
  text: string
  /** Id of a picture. */
  media: string | null
  explanation: string | null
  /** What a right answer is worth; left out: 1. */
  marks?: number
}

/** One option is right (`single`), or each of a set (`multiple`). */
export type ChoiceQuestion = QuestionShape & { kind: 'single' | 'multiple'; options: QuizOption[] }

/** `contains`: an answer stands somewhere in what was written. `regex`: a pattern takes all of it. */
export const textMatches = ['caseInsensitive', 'exact', 'contains', 'regex'] as const
export type TextMatch = (typeof textMatches)[number]
export type TextQuestion = QuestionShape & { kind: 'text'; match: TextMatch; answers: string[] }

/** `value` null: its author has not filled it in. */
export type NumberQuestion = QuestionShape & { kind: 'number'; value: number | null; tolerance: number }

type Named = { id: string; text: string }

/** Items in the right order. Their ids say nothing of it. */
export type OrderQuestion = QuestionShape & { kind: 'order'; items: Named[] }

/** To each left one belongs one of the rights, of which some may belong to none. Ids say nothing of it. */
export type MatchQuestion = QuestionShape & {
  kind: 'match'
  lefts: (Named & { rightId: string })[]
  rights: Named[]
}

export const answerFileKinds = ['photo', 'video', 'audio', 'document'] as const
export type AnswerFileKind = (typeof answerFileKinds)[number]
/** Whoever sends a file that fits has answered rightly. `accepts` empty: any kind. */
export type FileQuestion = QuestionShape & { kind: 'file'; accepts: AnswerFileKind[]; maxBytes: number }
/** Whoever sends a voice message has answered rightly. */
export type VoiceQuestion = QuestionShape & { kind: 'voice'; maxSeconds: number | null }

export type QuizQuestion =
  | ChoiceQuestion
  | TextQuestion
  | NumberQuestion
  | OrderQuestion
  | MatchQuestion
  | FileQuestion
  | VoiceQuestion

export const questionKinds = [
  'single',
  'multiple',
  'text',
  'number',
  'order',
  'match',
  'file',
  'voice',
] as const satisfies QuizQuestion['kind'][]

export const gradings = ['highest', 'average', 'first', 'last'] as const
export type Grading = (typeof gradings)[number]

/**
 * When learners see a thing: right after each answer, when the attempt is over, when nothing is to be won any
 * more (they have passed, or have no attempts left), or never.
 */
export const revealings = ['during', 'afterAttempt', 'afterClose', 'never'] as const
export type Revealing = (typeof revealings)[number]

export type QuizSettings = {
  /** 0: as many as one likes. */
  maxAttempts: number
  /** Which of the attempts is the score. */
  grading: Grading
  /** Of a required quiz that was not passed when no attempts are left: whether the learner goes on. */
  whenFailed: 'hold' | 'continue'
  /** So many of the questions are asked, others in each attempt; 0: all. */
  pickCount: number
  areQuestionsShuffled: boolean
  /** Seconds for an attempt; 0: no limit. */
  timeLimit: number
  /** What becomes of an attempt whose time is over: it counts as it is, or not at all. */
  timeUp: 'submit' | 'discard'
  /** Percentage of a question's marks that a wrong answer costs. */
  negativeMarks: number
  /** Whether an answer that is right in part is worth a part; else the whole counts. */
  hasPartialCredit: boolean
  showCorrectness: Revealing
  showFeedback: Revealing
  showAnswer: Revealing
  /** What is said to a result: the text of the highest band that it reaches. */
  bands: { from: number; text: string }[]
}

export type Quiz = {
  questions: QuizQuestion[]
  /** 0–100; 0: whoever has answered all questions has passed. */
  passingPercentage: number
  /** Whether options stand in another order for each learner and attempt. */
  isShuffled: boolean
  /** Those that differ from the defaults. */
  settings?: Partial<QuizSettings>
}
