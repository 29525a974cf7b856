import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { erasureStages, tapSchema, type Tap } from '../contracts/lessonEvent.ts'
import { settingChoices } from '../contracts/settingChoices.ts'
import { decodeTap, encodeTap } from './callbackData.ts'
import { uuidOf } from './testing/uuidOf.ts'

const version = fc.nat({ max: Number.MAX_SAFE_INTEGER })
const action = fc.constantFrom(
  'begin',
  'next',
  'back',
  'contents',
  'resume',
  'quiz',
  'submit',
  'restart',
  'send',
  'clear',
  'skip',
)
const tap: fc.Arbitrary<Tap> = fc.oneof(
  fc.record({ action: fc.constant('set' as const), version, choice: fc.constantFrom(...settingChoices) }),
  fc.record({ action: fc.constant('rate' as const), version, option: fc.nat({ max: 5 }) }),
  fc.record({ action: fc.constant('erase' as const), version, stage: fc.constantFrom(...erasureStages) }),
  fc.record({ action, version }) as fc.Arbitrary<Tap>,
  fc.record({
    action: fc.constantFrom('open', 'bookmark', 'unbookmark'),
    version,
    stepId: fc.uuid(),
  }) as fc.Arbitrary<Tap>,
  fc.record({
    action: fc.constantFrom('answer', 'select', 'deselect', 'page', 'review'),
    version,
    option: fc.nat({ max: 99 }),
  }) as fc.Arbitrary<Tap>,
  fc.record({
    action: fc.constantFrom('select', 'deselect'),
    version,
    option: fc.nat({ max: 399 }),
  }) as fc.Arbitrary<Tap>,
)

describe('callbackData', () => {
  it('should bring every tap back, in at most 64 bytes', () => {
    fc.assert(
      fc.property(tap, (sent) => {
        const data = encodeTap(sent)
        expect(new TextEncoder().encode(data).length).toBeLessThanOrEqual(64)
        expect(decodeTap(data)).toEqual(sent)
      }),
    )
  })

  it('should write this form, which buttons in chats already have', () => {
    expect(encodeTap({ action: 'next', version: 71 })).toBe('1:n:1z')
    expect(encodeTap({ action: 'open', version: 1, stepId: uuidOf(1) })).toBe('1:o:1:AAAAAAAAQACAAAAAAAAAAQ')
    expect(encodeTap({ action: 'select', version: 71, option: 11 })).toBe('1:s:1z:b')
    expect(encodeTap({ action: 'set', version: 1, choice: 'candidate7' })).toBe('1:t:1:m')
    expect(encodeTap({ action: 'set', version: 1, choice: 'zone:Europe/Moscow' })).toBe('1:t:1:u')
  })

  it.each([
    ...['', '1', '1:n', '1:n:', '2:n:1', '1:j:1', '1:N:1', '1:n:1:', '1:n:01', '1:n:-1', '1:n:1 ', ' 1:n:1'],
    ...['1:n:zzzzzzzzzzz', '1:n:1\n', '1:o:1', '1:o:1:short', '1:n:1:AAAAAAAAQACAAAAAAAAAAQ', '1:n:１'],
    // Spare bits set, and bytes that are no uuid.
    ...['1:o:1:AAAAAAAAQACAAAAAAAAAAR', '1:o:1:AAAAAAAAAAAAAAAAAAAAAQ', '1:constructor:1', '__proto__'],
    ...[
      '1:t:1',
      '1:t:1:zz',
      '1:e:1:6',
      '1:y:1:3',
      '1:y:1',
      '1:a:1',
      '1:a:1:',
      '1:a:1:zz',
      '1:a:1:01',
      '1:s:1:-1',
      '1:u:1:1',
      '1:q:1:0',
      '1:n:1:1',
    ],
  ])('should not read %j', (data) => {
    expect(decodeTap(data)).toBeNull()
  })

  it('should bear any string, and read only what it would write itself', () => {
    const near = fc.stringMatching(
      /^1:[abcdegklmnopqrstuvwxyz]:[0-9a-z]{0,12}(:[A-Za-z0-9_-]{20,24}|:[0-9a-z]{0,3})?$/,
    )
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (data) => {
        const read = decodeTap(data)
        if (read === null) return
        expect(encodeTap(read)).toBe(data)
        expect(tapSchema.parse(read)).toEqual(read)
      }),
      { numRuns: 2000 },
    )
  })
})
