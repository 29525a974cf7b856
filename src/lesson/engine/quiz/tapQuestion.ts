import type { Tap } from '../../../contracts/lessonEvent.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import { answerQuestion } from './answerQuestion.ts'
import { openAttempt } from './openAttempt.ts'
import { optionsShown } from './optionsShown.ts'
import type { QuizQuestion } from './quizTypes.ts'
import { isOverdue } from './secondsLeft.ts'
import { questionEffect } from './showQuestion.ts'
import { endOverdue } from './timeUp.ts'

type QuestionTap = Extract<Tap, { action: 'answer' | 'select' | 'deselect' | 'submit' }>
type ChoiceTap = Extract<QuestionTap, { action: 'select' | 'deselect' }>

/** How many have to be chosen before they can be submitted. */
const neededOf = (question: QuizQuestion): number =>
  question.kind === 'order' ? question.items.length : question.kind === 'match' ? question.lefts.length : 1

/**
 * What is chosen after a tap; null: no such button stands there. Ticks come and go in any order. Items are put in
 * order one after another, and the last is taken back first; so it is with what belongs to each left one. There a tap
 * says which left one it is meant for, so that a second tap on a button says nothing of the next.
 */
const chosenAfter = (
  question: QuizQuestion,
  selected: readonly string[],
  ids: readonly string[],
  { action, option }: ChoiceTap,
): string[] | null => {
  if (question.kind === 'match') {
    if (action === 'deselect') return option === selected.length - 1 ? selected.slice(0, -1) : [...selected]
    const [left, place] = [Math.floor(option / ids.length), option % ids.length]
    const id = ids[place]
    if (id === undefined || left >= question.lefts.length) return null
    return left === selected.length ? [...selected, id] : [...selected]
  }
  const id = ids[option]
  if (id === undefined) return null
  if (question.kind === 'order') {
    if (action === 'deselect') return selected.at(-1) === id ? selected.slice(0, -1) : [...selected]
    return selected.includes(id) ? [...selected] : [...selected, id]
  }
  const others = selected.filter((chosen) => chosen !== id)
  return action === 'select' ? [...others, id] : others
}

const isTapped = ({ kind }: QuizQuestion): boolean => ['multiple', 'order', 'match'].includes(kind)

/** A button below the question that is open. */
export const tapQuestion = (turn: Turn, tap: QuestionTap): AdvanceResult => {
  const closed = () => answer(turn, { type: 'toast', key: 'questionClosed' })
  const { stepId } = turn.state
  const asked = turn.state.view === 'question' && stepId !== null ? openAttempt(turn, stepId) : null
  if (asked === null) return closed()
  const { attempt, quiz, questions } = asked
  const { open } = attempt
  const question = questions[attempt.answered]
  if (question === undefined || open === undefined) return closed()
  if (isOverdue(attempt, turn.now)) return endOverdue(turn, asked)
  const seed = { learnerId: turn.learnerId, stepId: attempt.stepId, attempt: attempt.number }
  const ids = optionsShown(quiz, question, seed).map(({ id }) => id)

  if (tap.action === 'answer') {
    const id = ids[tap.option]
    if (question.kind !== 'single' || id === undefined) return closed()
    return answerQuestion(turn, asked, { kind: 'options', ids: [id] }, 'question')
  }
  if (!isTapped(question)) return closed()
  if (tap.action === 'submit') {
    const inOrder =
      question.kind === 'multiple' ? ids.filter((id) => open.selected.includes(id)) : open.selected
    if (inOrder.length < neededOf(question))
      return answer(turn, {
        type: 'toast',
        key: question.kind === 'multiple' ? 'nothingSelected' : 'notAllChosen',
      })
    return answerQuestion(turn, asked, { kind: 'options', ids: inOrder }, 'question')
  }
  const selected = chosenAfter(question, open.selected, ids, tap)
  if (selected === null) return closed()
  const ticked = { ...attempt, open: { ...open, selected } }
  const effect = questionEffect(turn, { ...asked, attempt: ticked }, true)
  const after: Turn = { ...turn, state: { ...turn.state, quiz: ticked } }
  return answer(after, ...(effect === null ? [] : [effect]))
}
