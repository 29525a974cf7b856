import type { Release } from '../../../src/lesson/engine/release.ts'
import type { HistoryFact, LearnerHistory } from '../history.ts'
import type { Verdicts } from '../createVerdicts.ts'
import { isAllDone, percentOf } from './courseStanding.ts'
import { newStory, type Story } from './story.ts'
import { tellFact } from './tellFact.ts'

/** When a course got which release, the earliest first. */
export type Publications = readonly { at: number; releaseId: string }[]

export type RetellOptions = {
  releases: ReadonlyMap<string, Release>
  publications: Publications
  verdicts: Verdicts
  /** When the simulation ended: as good as a turn in which nothing happens. */
  endsAt: number
  /** Told how the story stands before and after each turn. */
  onTurn?: (turn: { at: number; before: Story; after: Story; newest: Release; where: () => string }) => void
}

const copyOf = (story: Story): Story => ({
  ...story,
  opened: new Map(story.opened),
  done: new Map(story.done),
  unlocked: new Map(story.unlocked),
  released: new Map(story.released),
  quizzes: new Map([...story.quizzes].map(([id, quiz]) => [id, { ...quiz, results: [...quiz.results] }])),
  work: new Map([...story.work].map(([id, work]) => [id, { ...work }])),
})

/** Noted beside a learner's turns: they move nobody. */
const asides: ReadonlySet<string> = new Set(['reminder_sent'])

/** In which order things follow from each other in one turn; how rows lie in a table says nothing of it. */
const order = [
  ...['bot_unblocked', 'bot_started', 'enrolled', 'quiz_answered', 'quiz_finished', 'assignment_submitted'],
  ...[
    'assignment_reviewed',
    'step_completed',
    'step_unlocked',
    'step_opened',
    'course_completed',
    'bot_blocked',
  ],
]
const rankOf = ({ type }: HistoryFact) => order.indexOf(type)

const turnsOf = (facts: readonly HistoryFact[]): HistoryFact[][] => {
  const turns: HistoryFact[][] = []
  for (const fact of facts) {
    const last = turns.at(-1)
    if (last?.[0]?.turn === fact.turn) last.push(fact)
    else turns.push([fact])
  }
  return turns.map((turn) => turn.toSorted((a, b) => rankOf(a) - rankOf(b)))
}

/** Tells a learner's facts anew, from the first to the last. @returns how it ends, and the percentage that follows */
export const retellLearner = (
  history: LearnerHistory,
  { releases, publications, verdicts, endsAt, onTurn }: RetellOptions,
): { story: Story; percent: number } => {
  const story = newStory()
  let percent = 0
  for (const turn of turnsOf(history.facts.filter(({ type }) => !asides.has(type)))) {
    const at = turn[0]?.at ?? 0
    const newestId = publications.findLast((one) => one.at <= at)?.releaseId
    const newest = newestId === undefined ? undefined : releases.get(newestId)
    const about = (fact?: HistoryFact) => {
      const step = releases.get(fact?.releaseId ?? '')?.steps.find(({ id }) => id === fact?.stepId)
      return `${history.name} at ${new Date(at).toISOString()}, ${fact?.type ?? 'turn'} ${step?.title ?? ''}`
    }
    const before = onTurn ? copyOf(story) : story
    for (const fact of turn) {
      const release = fact.releaseId === null ? undefined : releases.get(fact.releaseId)
      const where = () => about(fact)
      tellFact({ story, fact, release, submissions: history.submissions, verdicts, where })
      if (fact.type !== 'course_completed') continue
      const isDone = newest !== undefined && isAllDone(newest, story)
      verdicts.expect('a course is completed when all is done that has to be', isDone, where)
      story.completedAt ??= at
    }
    if (newest === undefined) continue
    percent = percentOf(newest, story)
    onTurn?.({ at, before, after: story, newest, where: () => about() })
  }
  const last = releases.get(publications.at(-1)?.releaseId ?? '')
  if (last) onTurn?.({ at: endsAt, before: story, after: story, newest: last, where: () => `${history.name} at the end` }) // prettier-ignore
  return { story, percent }
}
