import type { Tap } from '../../../contracts/lessonEvent.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'

type Stage = Extract<Tap, { action: 'erase' }>['stage']

/** Says what would be erased. */
export const askToErase = (turn: Turn): AdvanceResult =>
  answer(turn, { type: 'erasure', version: turn.state.version, stage: 'ask' })

/**
 * Buttons of the question: a second one has to be pressed below the answer to the first, and nothing else be done in
 * between. From then on the learner's data leave, and nothing else happens to them.
 */
export const erase = (turn: Turn, stage: Stage): AdvanceResult => {
  const { asked, ...rest } = turn.state
  const { version } = rest
  const say = (
    state: Turn['state'],
    shown: 'confirm' | 'kept' | 'begun',
    isRecorded = false,
  ): AdvanceResult =>
    answer(
      { ...turn, state, records: isRecorded ? [...turn.records, { type: 'erasure' }] : turn.records },
      { type: 'erasure', version, stage: shown, isInPlace: true },
    )
  if (stage === 'keep') return say(rest, 'kept')
  if (stage === 'ask') return say({ ...rest, asked: { for: 'erasure' } }, 'confirm')
  if (asked?.for !== 'erasure') return answer(turn, { type: 'toast', key: 'buttonOutdated' })
  return say({ ...rest, isErasing: true }, 'begun', true)
}
