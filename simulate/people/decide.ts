import type { Tap } from '../../src/contracts/lessonEvent.ts'
import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import type { PlannedQuestion, PlannedStep } from '../plan/types.ts'
import { answerQuestion } from './answerQuestion.ts'
import type { Deed } from './deed.ts'
import { handIn } from './handIn.ts'
import type { Person } from './makePeople.ts'
import type { Memory } from './memory.ts'
import { misbehave } from './misbehave.ts'
import { rate } from './rate.ts'
import { seeScene, type Scene } from './scene.ts'
import { tellSettings } from './tellSettings.ts'

/** What a learner knows of a course beside what is shown: what is right. */
export type Knowledge = {
  steps: ReadonlyMap<string, PlannedStep>
  questions: ReadonlyMap<string, PlannedQuestion>
}

const mostTries = 6
/** Unsent polls and questions of quizzes that were left are asked again by "resume". */
const resume: Deed = { type: 'send', message: '/resume' }

const tapOf = (scene: Scene, action: Tap['action'], times: 1 | 2 = 1): Deed | null => {
  const button = scene.buttons.find(({ tap }) => tap.action === action)
  return button === undefined
    ? null
    : { type: 'tap', messageId: scene.message.message_id, data: button.data, times }
}

const answerNow = (
  { scene, question, step }: { scene: Scene; question: PlannedQuestion; step: PlannedStep | undefined },
  { habits, draw }: Person,
  memory: Memory,
): Deed | null => {
  const { token, answer } = question
  const { message_id: id, poll } = scene.message
  if (poll && (poll.is_closed || memory.voted.has(id))) return null
  const times = memory.asked.get(token) ?? 0
  // Which questions of a larger number are asked is chance of the product's: all of an attempt are known, or none.
  const picked = step?.fields.quiz?.pickCount ? `${step.key} ${memory.asked.get(`quiz ${step.key}`)}` : null
  const about = draw.about('answer', picked ?? token, picked === null ? times : 0)
  // Practice helps; and whoever was told what to send sends it.
  const skill =
    answer.kind === 'sent' && times > 0 ? 1 : Math.min(1, habits.skill + (picked === null ? times * 0.15 : 0))
  const deed = answerQuestion(scene, question, { isKnown: about.isSo(skill, 'knows'), draw: about })
  const isDone = deed?.type !== 'tap' || scene.buttons.some(({ data, tap }) => data === deed.data && tap.action !== 'select' && tap.action !== 'deselect') // prettier-ignore
  if (deed !== null && isDone) memory.asked.set(token, times + 1)
  if (deed?.type === 'vote') memory.voted.add(id)
  return deed
}

const workNow = (scene: Scene, step: PlannedStep, { name, draw }: Person, memory: Memory): Deed | null => {
  const about = draw.about('work', step.key, memory.deeds)
  const sending = tapOf(scene, 'send')
  if (sending !== null) {
    if (about.isSo(0.15, 'more')) return handIn(step, name, about)
    memory.handedIn.add(step.key)
    return sending
  }
  const isSkipped = scene.buttons.some(({ tap }) => tap.action === 'next') && about.isSo(0.25, 'skips')
  return memory.handedIn.has(step.key) || isSkipped ? null : handIn(step, name, about)
}

/** What leads on from here, and is neither a question nor an assignment. */
const goOn = (scene: Scene, { habits, draw }: Person, memory: Memory): Deed | null => {
  const about = draw.about('goes on', memory.deeds)
  const times = habits.isClumsy && about.isSo(0.15, 'twice') ? 2 : 1
  const tries = memory.asked.get(`quiz ${scene.step}`) ?? 0
  const next = tapOf(scene, 'next', times)
  const begin = tapOf(scene, 'begin', times)
  if (begin !== null) return begin
  const quiz = tapOf(scene, 'quiz', times)
  if (quiz !== null && tries < mostTries && (tries === 0 || next === null || about.isSo(0.2, 'again'))) {
    memory.asked.set(`quiz ${scene.step}`, tries + 1)
    return quiz
  }
  return next
}

/**
 * What a learner does next, by what stands in their chat; null: nothing more for now. It hangs on who they are, on
 * what they see and on how much they have done, and on nothing else.
 */
export const decide = (
  messages: readonly ChatMessage[],
  options: { person: Person; memory: Memory; knowledge: Knowledge },
): Deed | null => {
  const { person, memory, knowledge } = options
  const scene = seeScene(messages)
  if (scene === null) return { type: 'send', message: '/start' }
  const question = scene.question === null ? undefined : knowledge.questions.get(scene.question)
  const stepKey = scene.question?.split('-')[0] ?? scene.step
  const step = stepKey === null ? undefined : knowledge.steps.get(stepKey)
  const isWork = step?.fields.stepType === 'assignment'
  const sentBack = scene.buttons.find(({ tap }) => tap.action === 'open')
  const takesWords = question !== undefined || isWork
  const aside = tellSettings(messages, person, memory) ?? rate(messages, person, memory)
  if (aside !== null) return aside
  if (person.habits.isClumsy) {
    const draw = person.draw.about('mischief', memory.deeds)
    const mischief = misbehave(messages, { draw, takesWords })
    if (mischief !== null) return mischief
  }
  const deed =
    (question && answerNow({ scene, question, step }, person, memory)) ??
    (step && isWork && question === undefined ? workNow(scene, step, person, memory) : null) ??
    (question === undefined ? goOn(scene, person, memory) : null)
  if (deed !== null) return deed
  if (sentBack !== undefined && isWork && step !== undefined && memory.handedIn.has(step.key)) {
    memory.handedIn.delete(step.key)
    return tapOf(scene, 'open')
  }
  const told = scene.buttons.filter(({ tap }) => tap.action === 'open')
  if (told.length === 1 && !memory.followed.has(scene.message.message_id)) {
    memory.followed.add(scene.message.message_id)
    return tapOf(scene, 'open')
  }
  if (memory.hasResumed) return null
  memory.hasResumed = true
  return resume
}
