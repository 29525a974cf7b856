import type { EngineRecord } from '../engine/advanceResult.ts'
import type { Release } from '../engine/release.ts'
import { Learner } from './learner.ts'

type Of<Type extends EngineRecord['type']> = Extract<EngineRecord, { type: Type }>

/** A learner whose timers fire as the clock goes on, and who is told of what comes by itself. */
export class TimedLearner extends Learner {
  readonly #timers = new Map<string, Of<'timer'>>()
  #taken = 0

  constructor(first: Release, at?: string) {
    super(first)
    if (at !== undefined) this.now = Date.parse(at)
  }

  /** Those that wait, by kind and step, with their time. */
  timers(): Record<string, string> {
    this.#takeRecords()
    return Object.fromEntries([...this.#timers].map(([key, { dueAt }]) => [key, dueAt]))
  }

  notices(): Of<'notice'>[] {
    return this.records.filter((record) => record.type === 'notice')
  }

  told(): string[][] {
    return this.notices().map(({ effect }) => (effect.type === 'unlocked' ? effect.stepIds : []))
  }

  #takeRecords(): void {
    for (const record of this.records.slice(this.#taken))
      if (record.type === 'timer') this.#timers.set(`${record.kind} ${record.stepId}`, record)
    this.#taken = this.records.length
  }

  /** Lets time pass until then, and whatever is due happen on the way, at its time or so many milliseconds late. */
  until(time: number | string, lateBy = 0): void {
    const end = typeof time === 'string' ? Date.parse(time) : time
    for (;;) {
      this.#takeRecords()
      const [next] = [...this.#timers].sort(([, a], [, b]) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
      if (next === undefined || Date.parse(next[1].dueAt) + lateBy > end) break
      const [key, { kind, stepId, attempt, dueAt }] = next
      this.#timers.delete(key)
      this.now = Math.max(this.now, Date.parse(dueAt) + lateBy)
      this.act({ type: 'timeUp', kind, stepId, attempt })
    }
    this.now = Math.max(this.now, end)
  }
}
