import { describe, expect, it } from 'vitest'

import type { ReleaseContent } from './buildReleaseContent.ts'
import { checkPublishable } from './checkPublishable.ts'
import { describeChanges } from './describeChanges.ts'
import { hashContent } from './hashContent.ts'
import { createReleaseCache } from './releaseCache.ts'
import { scheduleHash } from './scheduleHash.ts'

const text = (value: string) => ({
  root: {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', text: value, format: 0 }] }],
  },
})
const step = (id: string, value = 'Some text') => ({
  id,
  title: `Step ${id}`,
  description: null,
  section: null,
  stepType: 'text' as const,
  isRequired: true,
  estimatedDuration: null,
  content: text(value),
})
const content = (changes: Partial<ReleaseContent> = {}): ReleaseContent => ({
  courseId: 'c',
  title: 'A good title',
  description: 'A description of twenty characters.',
  language: 'en',
  estimatedDuration: null,
  isProtected: false,
  steps: [step('1'), step('2')],
  media: {},
  ...changes,
})

const now = '2026-03-01T10:00:00.000Z'
const shown = { category: 'other', pricingModel: 'free', now } as const

describe('checkPublishable', () => {
  it('should let a complete course through', () => {
    expect(checkPublishable(content(), shown)).toEqual([])
  })

  it('should name everything at once', () => {
    const bare = content({ title: '한글', description: 'Short', steps: [] })
    const problems = checkPublishable(bare, { ...shown, category: null })
    expect(problems.map(({ code }) => code)).toEqual([
      'titleTooShort',
      'descriptionTooShort',
      'categoryMissing',
      'noSteps',
    ])
  })

  it('should count characters, not code units', () => {
    const emoji = content({ title: '🎓🎓🎓🎓' })
    expect(checkPublishable(emoji, shown).map(({ code }) => code)).toEqual(['titleTooShort'])
    expect(checkPublishable(content({ title: '🎓🎓🎓🎓🎓' }), shown)).toEqual([])
  })

  it('should not take for a text what nobody can see', () => {
    const blank = content({ title: '\u200b'.repeat(9), description: '\u2060\u3164'.repeat(20) })
    const unseen = [step('1', '\u200b\ufeff'), step('2')]
    const codes = checkPublishable({ ...blank, steps: unseen }, shown).map(({ code }) => code)
    expect(codes).toEqual(['titleTooShort', 'descriptionTooShort', 'stepEmpty'])
    expect(checkPublishable(content({ title: '\u200bAB C\u200b' }), shown)).toHaveLength(1)
  })

  it('should want a price of what has to be paid for', () => {
    const codes = (window: object) =>
      checkPublishable(content(), { ...shown, ...window }).map(({ code }) => code)
    expect(codes({ pricingModel: 'paid' })).toEqual(['priceMissing'])
    expect(codes({ pricingModel: 'paid', price: 0 })).toEqual(['priceMissing'])
    expect(codes({ pricingModel: 'subscription', priceStars: null })).toEqual(['priceMissing'])
    expect(codes({ pricingModel: 'subscription', priceStars: 90 })).toEqual([])
    expect(codes({ pricingModel: 'paid', price: 9.5 })).toEqual([])
    expect(codes({ pricingModel: 'freemium' })).toEqual([])
  })

  it('should name the steps that are empty or too long, with their place', () => {
    const steps = [step('1', ' '), { ...step('2'), content: null }, step('3', 'word '.repeat(30_000))]
    const problems = checkPublishable(content({ steps }), shown)
    expect(problems.map(({ code, stepId, values }) => [code, stepId, values.position])).toEqual([
      ['stepEmpty', '1', 1],
      ['stepEmpty', '2', 2],
      ['stepTooLong', '3', 3],
    ])
  })
})

const drip = {
  ...{ per: 'step' as const, isFirstAtOnce: true },
  ...{ amount: 1, unit: 'days' as const, weekdays: [], time: null },
}

describe('describeChanges', () => {
  it('should name the course’s own texts when they have changed', () => {
    const texts = { en: { welcome: 'Hello' } }
    expect(describeChanges(content(), content({ texts })).fields).toEqual(['texts'])
    expect(
      describeChanges(content({ texts }), content({ texts: { en: { welcome: 'Hello' } } })).fields,
    ).toEqual([])
  })

  it('should name the course’s schedule when it has changed', () => {
    expect(describeChanges(content(), content({ drip })).fields).toEqual(['drip'])
    expect(describeChanges(content({ drip }), content({ drip: { ...drip } })).fields).toEqual([])
  })

  it('should tell added, removed, edited and moved steps apart', () => {
    const before = content({ steps: [step('1'), step('2'), step('3')] })
    const after = content({ title: 'Another title', steps: [step('3'), step('1', 'New text'), step('4')] })
    expect(describeChanges(before, after)).toEqual({
      fields: ['title'],
      added: ['Step 4'],
      removed: ['Step 2'],
      changed: ['Step 1'],
      isReordered: true,
    })
  })

  it('should not call an added or removed step a new order', () => {
    const before = content({ steps: [step('1'), step('2')] })
    expect(describeChanges(before, content({ steps: [step('0'), step('1'), step('2')] })).isReordered).toBe(
      false,
    )
    expect(describeChanges(before, content({ steps: [step('2')] })).isReordered).toBe(false)
  })
})

describe('scheduleHash', () => {
  const hashOf = (changes: Parameters<typeof content>[0]) => scheduleHash(content(changes))
  const steps = [step('1'), step('2')]

  it('should be none where the order alone opens steps', () => {
    expect(hashOf({ steps })).toBeNull()
  })

  it('should change with what opens steps, and not with what they say', () => {
    const before = hashOf({ steps, drip })
    expect(hashOf({ steps: [step('1', 'Other words'), step('2')], title: 'Another', drip })).toBe(before)
    const others = [
      hashOf({ steps, drip: { ...drip, amount: 2 } }),
      hashOf({ steps: steps.toReversed(), drip }),
      hashOf({ steps, drip, timeZone: 'Europe/Moscow' }),
      hashOf({ steps: [step('1'), { ...step('2'), drip: { mode: 'none' } }], drip }),
    ]
    expect(new Set([before, ...others]).size).toBe(5)
  })
})

describe('hashContent', () => {
  it('should be equal for equal content in whatever order its keys come', () => {
    expect(hashContent({ a: 1, b: { c: 2, d: [1, 2] } })).toBe(hashContent({ b: { d: [1, 2], c: 2 }, a: 1 }))
    expect(hashContent({ a: [1, 2] })).not.toBe(hashContent({ a: [2, 1] }))
  })
})

describe('createReleaseCache', () => {
  const release = (id: string) => ({ id, number: 1, ...content() })

  it('should load once and stay within its bytes, dropping what was used longest ago', async () => {
    const cache = createReleaseCache(250)
    const loaded: string[] = []
    const get = (id: string) =>
      cache.get(id, async () => {
        loaded.push(id)
        return { release: release(id), bytes: 100 }
      })
    await get('a')
    await get('b')
    await get('a')
    await get('c')
    expect(cache.bytes).toBe(200)
    await get('a')
    await get('b')
    expect(loaded).toEqual(['a', 'b', 'c', 'b'])
  })

  it('should pass on, and not keep, what is not there or larger than all its room', async () => {
    const cache = createReleaseCache(250)
    expect(await cache.get('x', async () => undefined)).toBeUndefined()
    await cache.get('y', async () => ({ release: release('y'), bytes: 1000 }))
    expect(cache.bytes).toBe(0)
  })
})
