import { messageCall } from '../../../bot-runner/src/media/messageCall.ts'
import type { LessonEvent, Tap } from '../../../src/contracts/lessonEvent.ts'
import type { LessonEffect } from '../../../src/contracts/lessonEffect.ts'
import { advance } from '../../../src/lesson/engine/advance.ts'
import { newLearnerState } from '../../../src/lesson/engine/newLearnerState.ts'
import { toLearnerRelease } from '../../../src/lesson/engine/toLearnerRelease.ts'
import type { Fact } from '../../../src/lesson/engine/advanceResult.ts'
import type { Release } from '../../../src/lesson/engine/release.ts'
import { renderEffect } from '../../../src/lesson/render/renderEffect.ts'
import type { LearnerTemplate } from '../addLearners.ts'
import { answerText, isLookedUp, stepsPerCycle } from './mixCourse.ts'

export type MixKind = 'next' | 'quiz' | 'contents' | 'submission'
/** `payload` is that of the Bot API's method, without the chat and the message that it is about. */
export type ScriptedCall = { method: string; payload: object; isAboutTapped: boolean }

/** One update, and what has to come of it. */
export type ScriptedUpdate = {
  kind: MixKind
  event: LessonEvent
  facts: Fact['type'][]
  calls: ScriptedCall[]
}

export type MixScript = {
  /** From the first step of the course to its last. Everybody does the same, each from another place on. */
  updates: ScriptedUpdate[]
  /** How those stand who begin with the n-th update: one for each of a whole cycle. */
  starts: LearnerTemplate[]
}

const nobody = { chatId: 0, isProtected: false }

/** The calls that show these effects, as the runner makes them. */
const callsOf = (release: Release, effects: LessonEffect[]): ScriptedCall[] =>
  effects
    .flatMap((effect) =>
      renderEffect(toLearnerRelease(release), effect, { locale: 'en', style: 'rich', linkOf: () => null }),
    )
    .map((message) => {
      if (message.kind === 'buttons') throw new Error('the mix edits no buttons')
      const { method, payload } = messageCall(message, nobody).build([])
      const { chat_id: _nobody, ...rest } = payload as { chat_id: number }
      const isAboutTapped = message.kind === 'text' && message.isInPlace === true
      return { method: isAboutTapped ? 'editMessageText' : method, payload: rest, isAboutTapped }
    })

/**
 * The way through the course, led by the engine itself: what buttons carry, which facts are written and what is
 * sent follow from it.
 */
export const writeMixScript = (release: Release, now: string): MixScript => {
  const script: MixScript = { updates: [], starts: [] }
  let template: LearnerTemplate = { state: newLearnerState(), facts: [], updates: [] }
  const act = (event: LessonEvent) => {
    const about = { rating: null, learnerId: 'somebody' }
    const result = advance({ viewed: null, newest: release }, template.state, event, now, about)
    template = {
      state: result.state,
      facts: [...template.facts, ...result.facts],
      updates: [...template.updates, { id: template.updates.length + 1 }],
    }
    return result
  }
  let step = 0
  const perform = (kind: MixKind, event: LessonEvent) => {
    if (step < stepsPerCycle) script.starts.push(template)
    const { facts, effects } = act(event)
    const types = facts.map(({ type }) => type)
    script.updates.push({ kind, event, facts: types, calls: callsOf(release, effects) })
  }
  const tap = (action: Exclude<Tap['action'], 'answer' | 'select' | 'deselect' | 'open' | 'page'>) =>
    ({ type: 'tap', tap: { action, version: template.state.version } }) as LessonEvent
  const answer = (): LessonEvent => ({
    type: 'tap',
    tap: { action: 'answer', version: template.state.version, option: 0 },
  })

  act({ type: 'start', payload: null })
  act(tap('begin'))
  // Beyond the last step the course is over.
  for (; step < release.steps.length - 1; step++) {
    const shown = release.steps[step]!
    if (template.state.stepId !== shown.id) throw new Error(`the engine led past step ${step + 1}`)
    if (isLookedUp(step)) perform('contents', tap('contents'))
    if (shown.stepType === 'quiz') {
      perform('quiz', tap('quiz'))
      for (let count = 0; count < shown.quiz.questions.length; count++) perform('quiz', answer())
    }
    if (shown.stepType === 'assignment') {
      const said = { kind: 'text' as const, text: answerText, file: null, messageId: 1 }
      perform('submission', { type: 'message', ...said })
      perform('submission', tap('send'))
    }
    perform('next', tap('next'))
  }
  return script
}
