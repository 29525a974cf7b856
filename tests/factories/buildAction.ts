import type { RunnerAction } from '../../src/contracts/runnerActions.ts'

let lastUpdateId = 1000

/** What a learner did, as the runner sends it: /start of an English speaker unless said otherwise. */
export const buildAction = (options: {
  botId: string
  telegramUserId: number
  event?: RunnerAction['event']
  updateId?: number
  learner?: Partial<RunnerAction['learner']>
}): RunnerAction => ({
  botId: options.botId,
  updateId: options.updateId ?? (lastUpdateId += 1),
  learner: {
    telegramUserId: options.telegramUserId,
    firstName: `Learner ${options.telegramUserId}`,
    lastName: null,
    username: null,
    languageCode: 'en',
    ...options.learner,
  },
  event: options.event ?? { type: 'start', payload: null },
})

/** A tap on a button of the view with that version. */
export const tap = (
  action: 'begin' | 'next' | 'back' | 'contents' | 'resume',
  version: number,
): RunnerAction['event'] => ({ type: 'tap', tap: { action, version } })
