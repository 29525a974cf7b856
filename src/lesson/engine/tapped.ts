import type { Tap } from '../../contracts/lessonEvent.ts'
import { bookmarkStep } from './bookmarkStep.ts'
import { clearDraft } from './assignment/clearDraft.ts'
import { sendAnswer } from './assignment/sendAnswer.ts'
import { erase } from './erasure/askToErase.ts'
import { goBack } from './goBack.ts'
import { goNext } from './goNext.ts'
import { openFromContents } from './openFromContents.ts'
import { beginQuiz } from './quiz/beginQuiz.ts'
import { reviewQuiz } from './quiz/reviewQuiz.ts'
import { tapQuestion } from './quiz/tapQuestion.ts'
import { rate } from './rating/askForRating.ts'
import { skipComment } from './rating/ratingComment.ts'
import { awaitedStep } from './rules/awaitedStep.ts'
import { lockedToast } from './rules/lockedToast.ts'
import { restart } from './restart.ts'
import { resume } from './resume.ts'
import { chooseSetting } from './settings/chooseSetting.ts'
import { showContents } from './showContents.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

/** Buttons that move count only on the view that they belong to, so that a double tap counts once. */
const movingActions: ReadonlySet<Tap['action']> = new Set([
  ...(['begin', 'next', 'back', 'quiz', 'restart', 'send', 'clear'] as const),
])
const questionActions: ReadonlySet<Tap['action']> = new Set(['answer', 'select', 'deselect', 'submit'])

/** What is still locked is told above the message that has told it: it would be the same message again. */
const goOnWaiting = (turn: Turn): AdvanceResult => {
  const resumed = resume(turn)
  const awaited = awaitedStep(turn.newest, turn.state)
  const isSame = turn.state.view === 'waiting' && resumed.state.view === 'waiting' && awaited !== null
  return isSame ? lockedToast(turn, awaited.id) : resumed
}

export const tapped = (turn: Turn, tap: Tap): AdvanceResult => {
  const { state } = turn
  const outdated = () => answer(turn, { type: 'toast', key: 'buttonOutdated' })
  if (movingActions.has(tap.action) && tap.version !== state.version) return outdated()
  if (questionActions.has(tap.action) && tap.version !== state.version)
    return answer(turn, { type: 'toast', key: 'questionClosed' })
  if (tap.action === 'erase') return erase(turn, tap.stage)
  if (state.view === 'none') return answer(turn, { type: 'notice', key: 'notStarted' })
  const onStep = ['step', 'quizResult', 'submitted'].includes(state.view) ? state.stepId : null
  switch (tap.action) {
    case 'begin':
      return state.view === 'welcome' ? resume(turn) : outdated()
    case 'next':
      return onStep === null ? outdated() : goNext(turn, onStep)
    case 'back':
      return onStep === null ? outdated() : goBack(turn, onStep)
    case 'resume':
      return goOnWaiting(turn)
    case 'open':
      return openFromContents(turn, tap.stepId)
    case 'contents':
      return showContents(turn)
    case 'set':
      return chooseSetting(turn, tap.choice)
    case 'rate':
      return rate(turn, tap.option)
    case 'skip':
      return skipComment(turn)
    case 'restart':
      return restart(turn)
    case 'page':
      return showContents(turn, tap.option)
    case 'bookmark':
    case 'unbookmark':
      return bookmarkStep(turn, tap)
    case 'quiz':
      return onStep === null ? outdated() : beginQuiz(turn, onStep)
    case 'send':
      return sendAnswer(turn)
    case 'clear':
      return clearDraft(turn)
    case 'review':
      return state.stepId === null ? outdated() : reviewQuiz(turn, state.stepId, tap.option)
    case 'answer':
    case 'select':
    case 'deselect':
    case 'submit':
      return tapQuestion(turn, tap)
  }
}
