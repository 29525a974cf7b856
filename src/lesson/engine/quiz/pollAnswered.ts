import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import type { OpenQuestion } from '../learnerState.ts'
import { answerQuestion } from './answerQuestion.ts'
import { openAttempt } from './openAttempt.ts'
import { optionsShown } from './optionsShown.ts'
import { isOverdue } from './secondsLeft.ts'
import { showQuestion } from './showQuestion.ts'
import { endOverdue } from './timeUp.ts'

/** So long a receipt may be on its way that tells which question a poll shows. */
const patienceMs = 10_000

const waitedFor = (unknown: OpenQuestion['unknownPoll'], now: string): number =>
  unknown === undefined ? 0 : Math.max(0, Date.parse(now) - Date.parse(unknown.since))

/**
 * An answer to a poll of Telegram's. It names the poll alone: whose question that was is known from the
 * receipt of its send, which may come later than the answer, or never.
 */
export const pollAnswered = (
  turn: Turn,
  { pollId, options }: { pollId: string; options: readonly number[] },
): AdvanceResult => {
  const { state, now } = turn
  // A vote taken back answers nothing. Quiz polls keep theirs.
  if (state.view === 'none' || options.length === 0) return answer(turn)
  const late = () => answer(turn, { type: 'notice', key: 'answerTooLate' })
  const asked = state.stepId === null ? null : openAttempt(turn, state.stepId)
  const open = asked?.attempt.open
  if (asked === null || open === undefined) return late()
  const { attempt, quiz, questions } = asked
  const question = questions[attempt.answered]
  if (question === undefined) return late()
  if (isOverdue(attempt, now)) return endOverdue(turn, asked)

  if (open.polls.includes(pollId)) {
    const seed = { learnerId: turn.learnerId, stepId: attempt.stepId, attempt: attempt.number }
    const shown = optionsShown(quiz, question, seed)
    const ids = [...new Set(options)].flatMap((place) => shown[place]?.id ?? [])
    if (ids.length === 0) return late()
    return answerQuestion(turn, asked, { kind: 'options', ids }, 'poll')
  }
  // Another question's, or another person's whose poll was forwarded.
  if (open.pollsAwaited === 0) return late()
  if (open.unknownPoll?.pollId !== pollId) {
    const unknownPoll = { pollId, since: now }
    const waiting = { ...attempt, open: { ...open, unknownPoll } }
    return { ...answer({ ...turn, state: { ...state, quiz: waiting } }), isPostponed: true }
  }
  if (waitedFor(open.unknownPoll, now) < patienceMs) return { ...answer(turn), isPostponed: true }
  const { unknownPoll: _lost, ...rest } = open
  const again = { ...attempt, open: { ...rest, pollsAwaited: 0 } }
  return showQuestion(turn, { ...asked, attempt: again }, { type: 'notice', key: 'answerLost' })
}
