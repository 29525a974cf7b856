import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import type { SentFile } from '../../../contracts/lessonEvent.ts'
import { isInvisible } from '../isInvisible.ts'
import type { Said } from '../said.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import { answerQuestion } from './answerQuestion.ts'
import { cleanText } from './grading/cleanText.ts'
import type { GivenAnswer } from './grading/givenAnswer.ts'
import { readNumbers } from './grading/readNumbers.ts'
import { maxTypedAnswer } from './maxTypedAnswer.ts'
import { openAttempt } from './openAttempt.ts'
import { questionForm } from './questionForm.ts'
import type { AnswerFileKind, QuizQuestion } from './quizTypes.ts'
import { isOverdue } from './secondsLeft.ts'
import { endOverdue } from './timeUp.ts'

type Refusal = Extract<LessonEffect, { type: 'answerRefused' }>['reason']

const kindsOf: Record<SentFile['kind'], AnswerFileKind> = {
  photo: 'photo',
  video: 'video',
  videoNote: 'video',
  animation: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'document',
}

const readTyped = (question: QuizQuestion, { kind, text }: Said): GivenAnswer | Refusal => {
  if (kind !== 'text' || text === null) return 'needsText'
  const written = text.trim()
  if (written.length > maxTypedAnswer) return 'textTooLong'
  if (isInvisible(cleanText(written))) return 'needsText'
  if (question.kind === 'number' && readNumbers(written).length === 0) return 'needsNumber'
  return { kind: 'text', text: written }
}

const readFile = (question: QuizQuestion, { file }: Said): GivenAnswer | Refusal => {
  if (question.kind === 'voice') {
    if (file?.kind !== 'voice') return 'needsVoice'
    const isTooLong = question.maxSeconds !== null && (file.duration ?? 0) > question.maxSeconds
    return isTooLong ? 'voiceTooLong' : { kind: 'file', file }
  }
  if (question.kind !== 'file' || file === null) return 'needsFile'
  const { accepts } = question
  if (accepts.length > 0 && !accepts.includes(kindsOf[file.kind])) return 'needsFile'
  return (file.bytes ?? 0) > question.maxBytes ? 'fileTooLarge' : { kind: 'file', file }
}

/**
 * A message to a question that is answered with one; null: no such question is open. What cannot be an answer is
 * refused with what is asked for, and costs nothing.
 */
export const answerByMessage = (turn: Turn, message: Said): AdvanceResult | null => {
  const { view, stepId } = turn.state
  const asked = view === 'question' && stepId !== null ? openAttempt(turn, stepId) : null
  const question = asked?.questions[asked.attempt.answered]
  if (asked === null || question === undefined) return null
  const { form } = questionForm(question, asked.quiz)
  if (form === 'poll' || form === 'buttons') return null
  if (isOverdue(asked.attempt, turn.now)) return endOverdue(turn, asked)
  const read = form === 'typed' ? readTyped(question, message) : readFile(question, message)
  if (typeof read !== 'string') return answerQuestion(turn, asked, read, 'message')
  return answer(turn, {
    type: 'answerRefused',
    releaseId: asked.release.id,
    stepId: asked.attempt.stepId,
    questionId: question.id,
    reason: read,
  })
}
