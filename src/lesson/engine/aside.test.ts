import { describe, expect, it } from 'vitest'

import type { Tap } from '../../contracts/lessonEvent.ts'
import type { SettingChoice } from '../../contracts/settingChoices.ts'
import { buildRelease } from '../testing/buildRelease.ts'
import { Learner } from '../testing/learner.ts'
import { uuidOf } from '../testing/uuidOf.ts'

const toast = (key: string) => [{ type: 'toast', key }]
const notice = (key: string) => [{ type: 'notice', key }]
const begun = () => {
  const learner = new Learner(buildRelease(1, [{ id: uuidOf(1) }, { id: uuidOf(2) }]))
  learner.start()
  learner.tap('begin')
  return learner
}
const set = (learner: Learner, choice: SettingChoice) =>
  learner.act({ type: 'tap', tap: { action: 'set', version: learner.state.version, choice } })
const rate = (learner: Learner, option: number) =>
  learner.act({ type: 'tap', tap: { action: 'rate', version: learner.state.version, option } })
const erase = (learner: Learner, stage: Extract<Tap, { action: 'erase' }>['stage']) =>
  learner.act({ type: 'tap', tap: { action: 'erase', version: learner.state.version, stage } })

describe('/settings', () => {
  it('should change one thing at a time, in the message that shows them', () => {
    const learner = begun()
    const { version } = learner.state
    expect(learner.command('settings')).toMatchObject([{ type: 'settings', page: 'main', version }])
    expect(learner.effects[0]).not.toHaveProperty('isInPlace')
    expect(set(learner, 'language')).toMatchObject([{ page: 'language', isInPlace: true }])
    expect(set(learner, 'languageEn')).toMatchObject([{ page: 'main', settings: { locale: 'en' } }])
    expect(set(learner, 'remindersOff')).toMatchObject([
      { settings: { locale: 'en', remindersEnabled: false } },
    ])
    expect(set(learner, 'quiet23to10')).toMatchObject([{ settings: { quietFrom: 1380, quietTo: 600 } }])
    expect(set(learner, 'quietNone')).toMatchObject([{ settings: { quietFrom: null, quietTo: null } }])
    expect(set(learner, 'region:africa')).toMatchObject([{ page: 'region', region: 'africa' }])
    expect(set(learner, 'zone:Africa/Cairo')).toMatchObject([
      { page: 'main', note: 'zone', settings: { timeZone: 'Africa/Cairo' } },
    ])
    expect(learner.records).toEqual([
      { type: 'settings', change: { locale: 'en' } },
      { type: 'settings', change: { remindersEnabled: false } },
      { type: 'settings', change: { quietFrom: 1380, quietTo: 600 } },
      { type: 'settings', change: { quietFrom: null, quietTo: null } },
      { type: 'settings', change: { timeZone: 'Africa/Cairo' } },
    ])
    expect(learner.state).toMatchObject({ version, view: 'step', stepId: uuidOf(1) })
  })

  it('should take a typed city only while it is asked for', () => {
    const learner = begun()
    expect(learner.say('Москва')).toEqual(notice('textNotExpected'))
    set(learner, 'typeZone')
    expect(learner.say('Nowhere')).toMatchObject([{ page: 'typing', note: 'zoneUnknown' }])
    expect(learner.say('Москва')).toMatchObject([{ page: 'main', settings: { timeZone: 'Europe/Moscow' } }])
    expect(learner.say('Москва')).toEqual(notice('textNotExpected'))
  })

  it.each<[string, (learner: Learner) => unknown]>([
    ['/settings', (learner) => learner.command('settings')],
    ['going on', (learner) => learner.tap('next')],
    ['going back to the list', (learner) => set(learner, 'timeZone')],
    ['/start', (learner) => learner.start()],
  ])('should ask for a city no more after %s', (_, act) => {
    const learner = begun()
    set(learner, 'typeZone')
    act(learner)
    expect(learner.say('Москва')).toEqual(notice('textNotExpected'))
    expect(learner.settings.timeZone).toBeNull()
  })

  it('should let one of several be chosen, and no other', () => {
    const learner = begun()
    set(learner, 'typeZone')
    const [effect] = learner.say('Chi')
    const candidates = effect?.type === 'settings' ? (effect.candidates ?? []) : []
    expect(candidates.length).toBeGreaterThan(1)
    expect(set(learner, 'candidate7')).toEqual(
      candidates[7] === undefined ? toast('buttonOutdated') : expect.anything(),
    )
    expect(set(learner, 'candidate1')).toMatchObject([{ settings: { timeZone: candidates[1] } }])
    expect(set(learner, 'candidate0')).toEqual(toast('buttonOutdated'))
  })
})

describe('rating', () => {
  it('should be asked of those who have done something', () => {
    const learner = begun()
    expect(learner.command('rate')).toEqual(notice('rateLater'))
    expect(rate(learner, 5)).toEqual(notice('rateLater'))
    expect(learner.records).toEqual([])
    learner.tap('next')
    expect(learner.command('rate')).toMatchObject([{ type: 'rating', stage: 'ask', stars: null }])
  })

  it('should count stars at once, and take a comment that follows', () => {
    const learner = begun()
    learner.tap('next')
    expect(rate(learner, 4)).toMatchObject([{ stage: 'comment', stars: 4, isInPlace: true }])
    expect(learner.act({ type: 'message', kind: 'other', text: null, file: null, messageId: 1 })).toEqual(
      notice('commentAsText'),
    )
    expect(learner.say('\u200b\u2066 ')).toEqual(notice('commentAsText'))
    expect(learner.say('x'.repeat(1001))).toEqual(notice('commentTooLong'))
    expect(learner.say(' Good!\u0000 ')).toMatchObject([{ stage: 'thanks', stars: 4 }])
    expect(learner.say('More')).toEqual(notice('textNotExpected'))
    expect(rate(learner, 5)).toMatchObject([{ stage: 'comment', stars: 5 }])
    expect(learner.tap('skip')).toMatchObject([{ stage: 'thanks', stars: 5, isInPlace: true }])
    expect(learner.tap('skip')).toEqual(toast('buttonOutdated'))
    expect(learner.records).toEqual([
      { type: 'rating', stars: 4, comment: null },
      { type: 'rating', stars: 4, comment: 'Good!' },
      { type: 'rating', stars: 5, comment: null },
    ])
  })

  it('should take no answer to the lesson for a comment', () => {
    const learner = begun()
    learner.tap('next')
    rate(learner, 4)
    learner.tap('back')
    expect(learner.say('42')).toEqual(notice('textNotExpected'))
    expect(learner.records).toHaveLength(1)
  })
})

describe('/delete_me', () => {
  it('should begin with the second button only, pressed right after the first', () => {
    const learner = begun()
    expect(learner.command('deleteMe')).toMatchObject([{ type: 'erasure', stage: 'ask' }])
    expect(erase(learner, 'confirm')).toEqual(toast('buttonOutdated'))
    expect(erase(learner, 'ask')).toMatchObject([{ stage: 'confirm', isInPlace: true }])
    learner.command('progress')
    expect(erase(learner, 'confirm')).toEqual(toast('buttonOutdated'))
    erase(learner, 'ask')
    expect(erase(learner, 'keep')).toMatchObject([{ stage: 'kept' }])
    expect(erase(learner, 'confirm')).toEqual(toast('buttonOutdated'))
    expect(learner.records).toEqual([])
    erase(learner, 'ask')
    expect(erase(learner, 'confirm')).toMatchObject([{ stage: 'begun' }])
    expect(learner.records).toEqual([{ type: 'erasure' }])
  })

  it('should let nothing else happen once it has begun', () => {
    const learner = begun()
    erase(learner, 'ask')
    erase(learner, 'confirm')
    const { state } = learner
    expect(learner.tap('next')).toEqual(toast('erasing'))
    expect(erase(learner, 'confirm')).toEqual(toast('erasing'))
    expect(learner.start()).toEqual(notice('erasing'))
    expect(learner.command('deleteMe')).toEqual(notice('erasing'))
    expect(learner.say('Hello')).toEqual(notice('erasing'))
    expect(learner.act({ type: 'membership', isBlocked: true })).toEqual([])
    expect(learner.state).toBe(state)
    expect(learner.records).toHaveLength(1)
  })

  it('should be there also for those who have not begun', () => {
    const learner = new Learner(buildRelease(1, [{ id: uuidOf(1) }]))
    expect(learner.command('deleteMe')).toMatchObject([{ type: 'erasure', stage: 'ask' }])
    erase(learner, 'ask')
    expect(erase(learner, 'confirm')).toMatchObject([{ stage: 'begun' }])
  })
})
