import type { LearnerState } from '../learnerState.ts'

/** Takes note of the message that shows what is collected at a step. */
export const noteDraft = (
  state: LearnerState,
  { stepId, messageId }: { stepId: string; messageId: number },
): LearnerState => {
  const { drafts = {} } = state
  const draft = Object.hasOwn(drafts, stepId) ? drafts[stepId] : undefined
  if (draft === undefined || draft.messageId === messageId) return state
  return { ...state, drafts: { ...drafts, [stepId]: { ...draft, messageId } } }
}
