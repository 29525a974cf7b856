import type { LessonEvent, Tap } from '../../src/contracts/lessonEvent.ts'
import type { RunnerActionsResponse } from '../../src/contracts/runnerActions.ts'
import { buildAction } from '../factories/buildAction.ts'
import { callApi } from './getTestPayload.ts'

type Result = RunnerActionsResponse['results'][number]
type TapDraft = Tap extends infer One ? (One extends Tap ? Omit<One, 'version'> : never) : never

let lastLearner = 7_700_000

/** A learner in a course who does one thing after the other, over the endpoint that the runner calls. */
export const actIn = ({ bot }: { bot: { id: string } }, id = (lastLearner += 1)) => {
  let version = 0
  const act = async (event: LessonEvent): Promise<Result> => {
    const action = buildAction({ botId: bot.id, telegramUserId: id, event })
    const { status, body } = await callApi<RunnerActionsResponse>('POST', '/runner/actions', {
      headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` },
      body: { actions: [action], receipts: [] },
    })
    const result = body.results[0]
    if (status !== 200 || result === undefined) throw new Error(`an action was answered with ${status}`)
    for (const effect of result.effects) if ('version' in effect) version = effect.version
    return result
  }
  const tap = (draft: TapDraft) => act({ type: 'tap', tap: { ...draft, version } as Tap })
  const begin = async () => {
    await act({ type: 'start', payload: 'from-a-friend' })
    return tap({ action: 'begin' })
  }
  const command = (name: Extract<LessonEvent, { type: 'command' }>['command']) =>
    act({ type: 'command', command: name })
  const say = (text: string) => act({ type: 'message', kind: 'text', text, file: null, messageId: 1 })
  const attach = (fileId: string) =>
    act({
      ...{ type: 'message', kind: 'file', text: null, messageId: 1 },
      file: {
        ...{ kind: 'document', fileId, uniqueId: fileId, bytes: 10, name: `${fileId}.pdf`, mimeType: null },
        ...{ duration: null, albumId: null },
      },
    })
  return { id, act, tap, begin, command, say, attach }
}
