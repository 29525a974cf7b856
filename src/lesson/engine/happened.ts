import { approveUnreviewed } from './assignment/approveUnreviewed.ts'
import { reviewed } from './assignment/reviewed.ts'
import { override } from './opening/override.ts'
import { timeUp } from './quiz/timeUp.ts'
import { remind } from './reminders/remind.ts'
import type { SystemEvent } from './systemEvent.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

/** What happens without the learner's doing. What it was about may be over: then it changes nothing. */
export const happened = (turn: Turn, event: SystemEvent): AdvanceResult => {
  if (event.type === 'reviewed') return reviewed(turn, event)
  if (event.type === 'override') return override(turn, event)
  switch (event.kind) {
    case 'quizTime':
      return timeUp(turn, event)
    case 'autoApprove':
      return approveUnreviewed(turn, event)
    case 'reminder':
      return remind(turn)
    // What has come due opens as the turn ends.
    case 'drip':
    case 'unlock':
      return answer(turn)
  }
}
