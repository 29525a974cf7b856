/**
 * What an import has to say of a place in the source. `line` is 1-based, null when it is about the file.
 * A `problem` ends the import before anything is written; a `loss` is something that could not be kept.
 */
export type Finding = {
  code: FindingCode
  file: string
  line: number | null
  what: string
  /** Of a broken quiz: what is wrong with it. */
  quiz?: QuizFault
}

export type QuizFault =
  | 'line'
  | 'answerFirst'
  | 'noQuestions'
  | 'noAnswers'
  | 'noRightAnswer'
  | 'emptyAnswer'
  | 'sameAnswers'
  | 'manyAnswers'
  | 'manyQuestions'
  | 'tooLong'
  | 'pass'
  | 'explanationFirst'
  | 'pictureFirst'

export const problemCodes = [
  'fenceUnclosed',
  'divUnclosed',
  'tangled',
  'yamlBroken',
  'imageMissing',
  'quizBroken',
  'notText',
  'fileTooLarge',
  'tooManySteps',
  'noLessons',
  'mediaRefused',
  'notPublishable',
] as const

type LossCode =
  | 'pageLink'
  | 'missingLink'
  | 'remotePicture'
  | 'scriptDropped'
  | 'drawingDropped'
  | 'templateTag'
  | 'component'
  | 'strayDivEnd'
  | 'codeFenceCut'

export type FindingCode = (typeof problemCodes)[number] | LossCode

/** Slips of the source that whoever imports may forgive: then they are listed like what is lost. */
export const forgivable: ReadonlySet<FindingCode> = new Set([
  'imageMissing',
  'fenceUnclosed',
  'divUnclosed',
  'mediaRefused',
])
