/**
 * What an import has to say of a place in the source. `line` is 1-based, null when it is about the file.
 * A `problem` ends the import before anything is written; a `loss` is something that could not be kept.
 */
export type Finding = { code: FindingCode; file: string; line: number | null; what: string }

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
] as const

export const lossCodes = [
  'pageLink',
  'missingLink',
  'remotePicture',
  'scriptDropped',
  'drawingDropped',
  'commentDropped',
  'templateTag',
  'component',
  'strayDivEnd',
  'codeFenceCut',
  'unknownAttribute',
] as const

export type ProblemCode = (typeof problemCodes)[number]
export type LossCode = (typeof lossCodes)[number]
export type FindingCode = ProblemCode | LossCode
