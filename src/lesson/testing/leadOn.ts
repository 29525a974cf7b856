import type { LessonEvent, Tap } from '../../contracts/lessonEvent.ts'
import type { ReleaseStep } from '../engine/release.ts'
import { answering } from './answering.ts'
import type { Learner } from './learner.ts'

const tap = (one: Tap): LessonEvent => ({ type: 'tap', tap: one })

const write = (text: string): LessonEvent => ({
  ...{ type: 'message', kind: 'text', text, file: null, messageId: 1 },
})

const stepOf = (learner: Learner): ReleaseStep | undefined =>
  learner.release(learner.state.releaseId)?.steps.find(({ id }) => id === learner.state.stepId)

/** Whatever leads on from where a learner is, rightly or not. */
export const leadOn = (learner: Learner, option: number): LessonEvent => {
  const { view, version, quiz, drafts = {} } = learner.state
  const pollId = quiz?.open?.polls.at(-1)
  switch (view) {
    case 'none':
      return { type: 'start', payload: null }
    case 'welcome':
      return tap({ action: 'begin', version })
    case 'step': {
      const step = stepOf(learner)
      if (step?.stepType === 'assignment' && option > 0)
        return drafts[step.id] === undefined ? write('my answer') : tap({ action: 'send', version })
      return tap({ action: option > 0 ? 'quiz' : 'next', version })
    }
    case 'submitted':
      return tap({ action: 'next', version })
    case 'question':
      return pollId === undefined
        ? answering(learner, option)
        : { type: 'pollAnswer', pollId, options: [option] }
    case 'quizResult':
      return tap({ action: option > 1 ? 'quiz' : 'next', version })
    case 'waiting':
      return tap({ action: 'resume', version })
    case 'completion':
      return { type: 'command', command: 'contents' }
  }
}
