import type { QuestionRef } from '../../../contracts/effects/effectParts.ts'
import type { LearnerState } from '../learnerState.ts'

/** Copies of one question are few; who asks for more of them answers one of the last. */
const rememberedPolls = 8

/** Takes note that a question was sent as this poll. Of a question that is no longer open nothing is kept. */
export const notePoll = (state: LearnerState, sent: QuestionRef & { pollId: string }): LearnerState => {
  const { quiz } = state
  const open = quiz?.open
  if (quiz === undefined || open === undefined || open.polls.includes(sent.pollId)) return state
  const isOpen =
    quiz.stepId === sent.stepId && quiz.number === sent.attempt && open.questionId === sent.questionId
  if (!isOpen) return state
  const polls = [...open.polls, sent.pollId].slice(-rememberedPolls)
  const pollsAwaited = Math.max(0, open.pollsAwaited - 1)
  return { ...state, quiz: { ...quiz, open: { ...open, polls, pollsAwaited } } }
}
