import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { locales } from '../../../contracts/locale.ts'
import { stepLockSchema } from '../../../contracts/stepLock.ts'
import { lockText } from '../../render/rules/lockText.ts'
import { renderToast } from '../../render/renderToast.ts'
import { drawnCondition, drawnRules } from '../../testing/drawnRules.ts'
import { ruleTruth } from '../../testing/ruleTruth.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import { conditionsIn } from './conditionsIn.ts'
import { isRuleMet } from './isRuleMet.ts'
import { judgeRule } from './judgeRule.ts'
import type { RuleGroup } from './rule.ts'
import { ruleDraftProblems } from './ruleDraftProblems.ts'
import type { RuleFacts } from './ruleFacts.ts'
import { ruleSchema } from './ruleSchema.ts'
import { speakRule } from './speakRule.ts'

const start = Date.parse('2026-03-20T10:00:00.000Z')
const hourMs = 3_600_000
const iso = (hours: number) => new Date(start + hours * hourMs).toISOString()
const hours = fc.integer({ min: -400, max: 400 })
const step = fc.integer({ min: 1, max: 4 }).map(uuidOf)

const rule = drawnRules(drawnCondition(step, start, hours))

const learnt = fc.record({
  done: fc.dictionary(step, hours.map(iso), { maxKeys: 4 }),
  failed: fc.uniqueArray(step),
  scores: fc.dictionary(step, fc.nat({ max: 100 })),
  enrolledAt: fc.option(hours.map(iso)),
  previousId: fc.option(step),
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
})
type Learnt = typeof learnt extends fc.Arbitrary<infer One> ? One : never
const factsOf = ({
  done,
  failed,
  scores,
  ...rest
}: Omit<Learnt, 'timeZone'> & { timeZone: string }): RuleFacts => ({
  ...rest,
  completedAt: (id) => done[id] ?? null,
  hasFailed: (id) => failed.includes(id),
  scoreOf: (id) => scores[id] ?? null,
})
const names = { nameOf: () => ({ index: 1, title: 'Step' }), previous: null }
const holds = (check: (rule: RuleGroup, facts: RuleFacts) => void) =>
  fc.assert(fc.property(rule, learnt.map(factsOf), check), { numRuns: 600 })

describe('a rule, whatever it is', () => {
  it('should be one that can be stored, and read as it was', () => {
    holds((one) => {
      const whole = { ...one, show: 'greyed' as const }
      const isSmall = conditionsIn(one).length <= 30
      expect(ruleSchema.safeParse(whole)).toEqual(
        isSmall ? { success: true, data: whole } : expect.objectContaining({ success: false }),
      )
      expect(ruleDraftProblems(whole)).toEqual(isSmall ? [] : [{ code: 'tooMany', place: [] }])
    })
  })

  it('should mean what another way of reckoning makes of it, at any time', () => {
    fc.assert(
      fc.property(rule, learnt, hours, (one, { done, ...known }, hour) => {
        // Where clocks never change, a day is 24 hours.
        const facts = factsOf({ ...known, done, timeZone: 'Asia/Kolkata' })
        const world = {
          now: Date.parse(iso(hour)),
          enrolledAt: known.enrolledAt === null ? null : Date.parse(known.enrolledAt),
          previousId: known.previousId,
          doneAt: new Map(Object.entries(done).map(([id, at]) => [id, Date.parse(at)])),
          failed: new Set(known.failed),
          scores: new Map(Object.entries(known.scores)),
        }
        expect(judgeRule(one, facts, iso(hour)).isOpen).toBe(ruleTruth(one, world))
      }),
      { numRuns: 3000 },
    )
  })

  it('should mean the opposite when it is negated', () => {
    holds((one, facts) => {
      const { negate = false } = one
      expect(isRuleMet({ ...one, negate: !negate }, facts, start)).toBe(!isRuleMet(one, facts, start))
    })
  })

  it('should follow De Morgan', () => {
    holds(({ conditions, op }, facts) => {
      const turned = conditions.map((part): RuleGroup => ({ op: 'all', negate: true, conditions: [part] }))
      const other = op === 'all' ? 'any' : 'all'
      expect(isRuleMet({ op, negate: true, conditions }, facts, start)).toBe(
        isRuleMet({ op: other, conditions: turned }, facts, start),
      )
    })
  })

  it('should open exactly at the time that is told, if the learner does nothing', () => {
    holds((one, facts) => {
      const verdict = judgeRule(one, facts, iso(0))
      if (verdict.isOpen) return
      const end = verdict.opensAt === null ? start + 900 * hourMs : Date.parse(verdict.opensAt)
      expect(end).toBeGreaterThan(start)
      if (verdict.opensAt !== null) {
        expect(judgeRule(one, facts, verdict.opensAt).isOpen).toBe(true)
        expect(judgeRule(one, facts, new Date(end - 1).toISOString()).isOpen).toBe(false)
      }
      for (let part = 0; part < 40; part += 1) {
        const between = new Date(start + ((end - start) * part) / 40).toISOString()
        expect(judgeRule(one, facts, between).isOpen).toBe(false)
      }
    })
  })

  it('should say what is missing: that alone keeps it closed', () => {
    holds((one, facts) => {
      const verdict = judgeRule(one, facts, iso(0))
      if (verdict.isOpen) return
      expect(conditionsIn(verdict.missing).length).toBeGreaterThan(0)
      expect(isRuleMet(verdict.missing, facts, start)).toBe(false)
      // What is left out of it does not matter now: it opens when the whole rule does.
      if (verdict.opensAt === null || conditionsIn(one).some((part) => 'until' in part) || one.negate) return
      const hasNegated = JSON.stringify(one).includes('"negate":true')
      if (!hasNegated) expect(isRuleMet(verdict.missing, facts, Date.parse(verdict.opensAt))).toBe(true)
    })
  })

  it('should be told in every language, in words that a toast has room for', () => {
    holds((one, facts) => {
      const verdict = judgeRule(one, facts, iso(0))
      if (verdict.isOpen) return
      const { opensAt, missing } = verdict
      const lock = { opensAt, missing: speakRule(missing, names), timeZone: facts.timeZone }
      expect(stepLockSchema.parse(lock)).toEqual(lock)
      for (const locale of locales) {
        expect(lockText(lock, 'sentence', locale)).not.toMatch(/undefined|NaN|\{|\}/)
        expect(renderToast({ type: 'toast', key: 'stepLocked', lock }, locale).length).toBeLessThanOrEqual(
          200,
        )
      }
    })
  })
})

describe('what is no rule', () => {
  it('should never pass for one, and say why', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!ruleSchema.safeParse(value).success)
        expect(ruleDraftProblems(value).length).toBeGreaterThan(0)
      }),
    )
  })

  it.each([
    [{ op: 'all', show: 'greyed', conditions: [] }, 'groupEmpty', []],
    [
      { op: 'all', show: 'greyed', conditions: [{ kind: 'completion', step: '', state: 'done' }] },
      'stepMissing',
      [1],
    ],
    [{ op: 'all', show: 'greyed', conditions: [{ kind: 'date', from: '' }] }, 'dateMissing', [1]],
    [
      {
        op: 'all',
        show: 'greyed',
        conditions: [{ kind: 'delay', after: 'enrolment', amount: 0, unit: 'days' }],
      },
      'amountWrong',
      [1],
    ],
    [
      {
        op: 'all',
        show: 'greyed',
        conditions: [{ op: 'any', conditions: [{ kind: 'grade', step: uuidOf(1) }] }],
      },
      'gradeMissing',
      [1, 1],
    ],
    [
      { op: 'all', show: 'greyed', conditions: [{ kind: 'grade', step: uuidOf(1), min: 80, max: 20 }] },
      'gradeWrong',
      [1],
    ],
    ['all', 'unreadable', []],
    [{ op: 'all', show: 'greyed', conditions: [null] }, 'unreadable', []],
    [{ op: 'all', show: 'greyed', conditions: [{ kind: 'tag', name: '' }] }, 'unreadable', []],
  ])('should be named: %j', (value, code, place) => {
    expect(ruleDraftProblems(value)).toEqual([{ code, place }])
  })

  it('should not be deeper or wider than can be read', () => {
    const nest = (depth: number): unknown =>
      depth === 0 ? { kind: 'date', from: iso(0) } : { op: 'all', conditions: [nest(depth - 1)] }
    const deep = (depth: number) => ({ ...(nest(depth) as object), show: 'greyed' })
    expect(ruleDraftProblems(deep(3))).toEqual([])
    expect(ruleDraftProblems(deep(4))).toEqual([{ code: 'tooDeep', place: [1, 1, 1] }])
    expect(ruleDraftProblems(deep(400)).length).toBeGreaterThan(0)
    const wide = { op: 'all', show: 'greyed', conditions: Array.from({ length: 11 }, () => nest(0)) }
    expect(ruleDraftProblems(wide)).toEqual([{ code: 'groupFull', place: [] }])
  })
})
