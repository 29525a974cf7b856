import type { Tap } from '../../../contracts/lessonEvent.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../types.ts'
import { answerQuestion } from './answerQuestion.ts'
import { openAttempt } from './openAttempt.ts'
import { optionsShown } from './optionsShown.ts'
import { questionEffect } from './showQuestion.ts'

type QuestionTap = Extract<Tap, { action: 'answer' | 'select' | 'deselect' | 'submit' }>

/** A button below the question that is open. */
export const tapQuestion = (turn: Turn, tap: QuestionTap): AdvanceResult => {
  const closed = () => answer(turn, { type: 'toast', key: 'questionClosed' })
  const { stepId } = turn.state
  const asked = turn.state.view === 'question' && stepId !== null ? openAttempt(turn, stepId) : null
  if (asked === null) return closed()
  const { attempt, quiz } = asked
  const { open } = attempt
  const question = quiz.questions[attempt.answered]
  if (question === undefined || open === undefined) return closed()
  const seed = { learnerId: turn.learnerId, stepId: attempt.stepId, attempt: attempt.number }
  const options = optionsShown(quiz, question, seed)
  const isSingle = question.kind === 'single'

  if (tap.action === 'submit') {
    const chosen = options.flatMap(({ id }, place) => (open.selected.includes(id) ? [place] : []))
    if (isSingle) return closed()
    if (chosen.length === 0) return answer(turn, { type: 'toast', key: 'nothingSelected' })
    return answerQuestion(turn, asked, question, chosen, 'question')
  }
  const option = options[tap.option]
  if (option === undefined || isSingle !== (tap.action === 'answer')) return closed()
  if (tap.action === 'answer') return answerQuestion(turn, asked, question, [tap.option], 'question')

  const others = open.selected.filter((id) => id !== option.id)
  const selected = tap.action === 'select' ? [...others, option.id] : others
  const ticked = { ...attempt, open: { ...open, selected } }
  const effect = questionEffect(turn, { ...asked, attempt: ticked }, true)
  const after: Turn = { ...turn, state: { ...turn.state, quiz: ticked } }
  return answer(after, ...(effect === null ? [] : [effect]))
}
