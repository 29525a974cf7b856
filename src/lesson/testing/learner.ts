import { noSettings, type LearnerSettings } from '../../contracts/learnerSettings.ts'
import type { QuestionRef } from '../../contracts/effects/effectParts.ts'
import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { LessonEvent, SentFile, Tap } from '../../contracts/lessonEvent.ts'
import { advance } from '../engine/advance.ts'
import { notePoll } from '../engine/quiz/notePoll.ts'
import { newLearnerState } from '../engine/newLearnerState.ts'
import type { DatedFact } from '../engine/recomputeProgress.ts'
import type { SystemEvent } from '../engine/systemEvent.ts'
import type { EngineRecord } from '../engine/advanceResult.ts'
import type { LearnerState } from '../engine/learnerState.ts'
import type { Release } from '../engine/release.ts'

/** Buttons that ask for nothing but their action. */
export type PlainAction = Exclude<
  Tap['action'],
  | 'open'
  | 'bookmark'
  | 'unbookmark'
  | 'page'
  | 'set'
  | 'rate'
  | 'erase'
  | 'answer'
  | 'select'
  | 'deselect'
  | 'review'
>

/** What is frozen cannot be changed in passing: the engine has to leave its arguments alone. */
const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

/** A learner in a course that can be republished: acts, and keeps what came of it. */
export class Learner {
  state: LearnerState = deepFreeze(newLearnerState())
  facts: DatedFact[] = []
  records: EngineRecord[] = []
  /** What the last act led to. */
  effects: LessonEffect[] = []
  /** Milliseconds since the epoch. */
  now = Date.parse('2026-03-01T10:00:00.000Z')
  rating: number | null = null
  id = 'learner'
  name: string | null = null
  settings: LearnerSettings = noSettings
  /** Whether the last act is to come again. */
  isPostponed = false
  /** Questions that were sent as polls, by their poll's id. */
  polls: { pollId: string; about: QuestionRef }[] = []
  releases: Release[]

  constructor(first: Release) {
    this.releases = [deepFreeze(first)]
  }

  newest(): Release {
    return this.releases.at(-1) as Release
  }

  release(id: string | null): Release | null {
    return this.releases.find((release) => release.id === id) ?? null
  }

  publish(release: Release): void {
    this.releases.push(deepFreeze(release))
  }

  wait(seconds: number): void {
    this.now += seconds * 1000
  }

  act(event: LessonEvent | SystemEvent): LessonEffect[] {
    const at = new Date(this.now).toISOString()
    const { releaseId } = this.state
    const viewed = releaseId === this.newest().id ? null : this.release(releaseId)
    const releases = { viewed, newest: this.newest() }
    const result = advance(releases, this.state, event, at, {
      rating: this.rating,
      learnerId: this.id,
      name: this.name,
      settings: this.settings,
    })
    this.state = deepFreeze(result.state)
    this.facts.push(...result.facts.map((fact) => ({ ...fact, at })))
    this.effects = result.effects
    this.records.push(...result.records)
    for (const record of result.records)
      if (record.type === 'settings') this.settings = { ...this.settings, ...record.change }
    this.isPostponed = result.isPostponed ?? false
    for (const effect of result.effects)
      if (effect.type === 'question' && effect.poll !== null)
        this.polls.push({ pollId: `poll ${this.polls.length + 1}`, about: effect })
    return result.effects
  }

  start(payload: string | null = null): LessonEffect[] {
    return this.act({ type: 'start', payload })
  }

  /** A tap on a button of the view that the learner has now. */
  tap(action: PlainAction): LessonEffect[] {
    return this.act({ type: 'tap', tap: { action, version: this.state.version } })
  }

  open(stepId: string, version = this.state.version): LessonEffect[] {
    return this.act({ type: 'tap', tap: { action: 'open', version, stepId } })
  }

  command(command: Extract<LessonEvent, { type: 'command' }>['command']): LessonEffect[] {
    return this.act({ type: 'command', command })
  }

  /** A file as a person sends it, a photo if nothing else is said. */
  attach(file: Partial<SentFile> = {}, text: string | null = null): LessonEffect[] {
    const described = { bytes: 1000, name: null, mimeType: null, duration: null, albumId: null }
    return this.act({
      ...{ type: 'message', kind: 'file', text, messageId: 1 },
      file: { kind: 'photo', fileId: 'file', uniqueId: 'unique', ...described, ...file },
    })
  }

  say(text: string): LessonEffect[] {
    return this.act({ type: 'message', kind: 'text', text, file: null, messageId: 1 })
  }

  /** Sends a file; what is left out has a plain value. */
  sendFile(kind: SentFile['kind'], parts: Partial<SentFile> = {}): LessonEffect[] {
    const file = { kind, fileId: `${kind} id`, uniqueId: kind, bytes: 1000, name: null, mimeType: null }
    return this.act({
      ...{ type: 'message', kind: 'file', text: null, messageId: 1 },
      file: { ...file, duration: null, albumId: null, ...parts },
    })
  }

  vote(pollId: string, ...options: number[]): LessonEffect[] {
    return this.act({ type: 'pollAnswer', pollId, options })
  }

  /** The receipt of a send comes in: which poll a question became. */
  learnPoll(sent: { pollId: string; about: QuestionRef }): void {
    this.state = deepFreeze(notePoll(this.state, { ...sent.about, pollId: sent.pollId }))
  }

  countFacts(type: DatedFact['type']): number {
    return this.facts.filter((fact) => fact.type === type).length
  }
}
