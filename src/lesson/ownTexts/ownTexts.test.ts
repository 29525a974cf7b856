import { describe, expect, it } from 'vitest'

import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import { ownTextKeys, ownTextPlaceholders, type OwnTexts } from '../../contracts/ownTexts.ts'
import { toLearnerRelease } from '../engine/toLearnerRelease.ts'
import type { OutgoingMessage } from '../render/outgoingMessage.ts'
import { renderEffect } from '../render/renderEffect.ts'
import { buildQuiz, type QuestionDraft } from '../testing/buildQuiz.ts'
import { buildRelease } from '../testing/buildRelease.ts'
import { Learner } from '../testing/learner.ts'
import { uuidOf } from '../testing/uuidOf.ts'
import { fillOwnText } from './fillOwnText.ts'
import { likeButton } from './likeButton.ts'
import { ownTextProblem } from './ownTextProblem.ts'

describe('fillOwnText', () => {
  it('should put values in as they are, also those that look like placeholders', () => {
    expect(fillOwnText('{title}: { n } of {n}', { title: '{n} $& {name}', n: 3 })).toBe(
      '{n} $& {name}: 3 of 3',
    )
  })

  it('should leave out lines that name what is not known', () => {
    expect(fillOwnText('Hi, {name}!\n⭐ {r}\r\n{n} steps', { n: 3, r: null })).toBe('3 steps')
  })

  it('should leave braces alone that name nothing', () => {
    expect(fillOwnText('{ a\n} {', {})).toBe('{ a\n} {')
  })
})

describe('ownTextProblem', () => {
  it('should take every placeholder that a text may have', () => {
    for (const key of ownTextKeys) {
      const all = ownTextPlaceholders[key].map((name) => `{${name}}`).join(' ')
      expect(ownTextProblem(key, `Text ${all}`)).toBeNull()
      expect(ownTextProblem(key, '')).toBeNull()
    }
  })

  it.each([
    ['welcome', 'Hello {user}', { code: 'unknownPlaceholder', name: '{user}' }],
    ['completion', 'Well done, {r}', { code: 'unknownPlaceholder', allowed: '{title}, {n}, {name}' }],
    ['welcome', 'Hello {}', { code: 'unknownPlaceholder', name: '{}' }],
    ['welcome', 'Hello {__proto__}', { code: 'unknownPlaceholder', name: '{__proto__}' }],
    ['welcome', 'Hello {name, welcome to {title}', { code: 'openBrace', name: '{name' }],
    ['welcome', 'Hello {name\n}', { code: 'openBrace', name: '{name' }],
    ['welcome', 'Hello name}!', { code: 'openBrace', name: 'name}' }],
    ['buttonNext', 'To {title', { code: 'openBrace', name: '{title' }],
    ['buttonNext', 'To {title}', { code: 'noPlaceholders', name: '{title}' }],
    ['buttonNext', 'One\ntwo', { code: 'buttonHasLines' }],
    ['buttonNext', 'x'.repeat(41), { code: 'tooLong', length: 41, max: 40 }],
    ['buttonNext', '\u200b ', { code: 'empty' }],
    ['welcome', 'x'.repeat(4097), { code: 'tooLong', length: 4097, max: 4096 }],
  ] as const)('should refuse in %s: %j', (key, text, problem) => {
    expect(ownTextProblem(key, text)).toMatchObject(problem)
  })

  it('should take braces that are no placeholders, and spaces in those that are', () => {
    expect(ownTextProblem('welcome', 'Hello { name } :-} {')).toBeNull()
  })

  it('should measure a text with what will stand in it', () => {
    const about = { title: 'T', description: 'd'.repeat(2000) }
    expect(ownTextProblem('welcome', '{description}{description}', about)).toBeNull()
    expect(ownTextProblem('welcome', '{description}{description}{description}', about)).toMatchObject({
      length: 6000,
    })
  })
})

describe('likeButton', () => {
  it('should find the button below the same step that says the same', () => {
    expect(likeButton('buttonNext', { buttonNext: 'Go', buttonBack: ' go ' }, 'en')).toBe('buttonBack')
    expect(likeButton('buttonBack', { buttonNext: 'Go', buttonBack: ' go ' }, 'en')).toBe('buttonNext')
  })

  it('should compare with the product’s words where the creator wrote none', () => {
    expect(likeButton('buttonNext', { buttonNext: 'Back' }, 'en')).toBe('buttonBack')
    expect(likeButton('buttonNext', { buttonNext: 'Back' }, 'ru')).toBeNull()
    expect(likeButton('buttonBack', { buttonBack: 'СОДЕРЖАНИЕ' }, 'ru')).toBe('buttonContents')
  })

  it('should let those be alike that never stand together', () => {
    expect(likeButton('buttonFinish', { buttonNext: 'Go', buttonFinish: 'Go' }, 'en')).toBeNull()
    expect(likeButton('buttonBegin', { buttonBegin: 'Next' }, 'en')).toBeNull()
  })
})

describe('own texts in the chat', () => {
  const texts: OwnTexts = {
    en: {
      welcome: 'Hello {name}!\n{n} steps\n{m} minutes\nRated {r}',
      completion: '{name}, you are done with “{title}”.',
      buttonBegin: 'Let’s go',
      buttonNext: 'Onwards',
      buttonContents: 'All steps',
      buttonFinish: '\u202e',
    },
  }
  const course = () => new Learner(buildRelease(1, [{ id: uuidOf(1) }, { id: uuidOf(2) }], { texts }))
  const shown = (learner: Learner, effect: LessonEffect | undefined, locale: 'en' | 'ru') => {
    const release = toLearnerRelease(learner.newest())
    const messages = renderEffect(release, effect as LessonEffect, {
      locale,
      style: 'classic',
      linkOf: () => null,
    })
    const [message] = messages as Extract<OutgoingMessage, { kind: 'text' }>[]
    return { text: message?.text, buttons: message?.keyboard?.flat().map(({ text }) => text) }
  }

  it('should be said to learners of that language, and the product’s to others', () => {
    const learner = course()
    learner.rating = 4.75
    learner.name = 'Ann {n}'
    const [welcome] = learner.start()
    expect(shown(learner, welcome, 'en')).toEqual({
      text: 'Hello Ann {n}!\n2 steps\nRated 4.8\n\nPress "Let’s go" to go to the first step.',
      buttons: ['Let’s go'],
    })
    expect(shown(learner, welcome, 'ru').text).toContain('🎓 Добро пожаловать на курс "Основы TypeScript"')
    const [step] = learner.tap('begin')
    expect(shown(learner, step, 'en').buttons).toEqual(['Onwards', 'All steps', '🔖 Bookmark'])
    expect(shown(learner, step, 'ru').buttons).toEqual(['Далее', 'Содержание', '🔖 В закладки'])
    learner.tap('next')
    // What nobody would see is not said.
    expect(shown(learner, learner.effects[0], 'en').buttons?.[1]).toBe('Finish')
    const [completion] = learner.tap('next')
    expect(shown(learner, completion, 'en').text).toMatch(
      /^Ann \{n\}, you are done with “Основы TypeScript”\.\n\n📊 Progress: 2\/2/,
    )
  })

  it('should label the buttons below questions too', () => {
    const questions = [{}, { kind: 'text' }, { kind: 'order' }] satisfies QuestionDraft[]
    for (const question of questions) {
      const quiz = buildQuiz([question])
      const learner = new Learner(buildRelease(1, [{ id: uuidOf(1), stepType: 'quiz', quiz }], { texts }))
      learner.start()
      learner.tap('begin')
      const [asked] = learner.tap('quiz')
      const release = toLearnerRelease(learner.newest())
      const context = { locale: 'en', style: 'classic', linkOf: () => null } as const
      const keyboards = renderEffect(release, asked as LessonEffect, context).flatMap((message) =>
        'keyboard' in message ? (message.keyboard ?? []).flat().map(({ text }) => text) : [],
      )
      expect(keyboards).toContain('All steps')
    }
  })

  it('should carry the learner’s name only where it is named', () => {
    const named = course()
    named.name = 'Ann'
    expect(named.start()[0]).toHaveProperty('name', 'Ann')
    const plain = new Learner(buildRelease(1, [{ id: uuidOf(1) }]))
    plain.name = 'Ann'
    expect(plain.start()[0]).not.toHaveProperty('name')
    const nameless = course()
    expect(shown(nameless, nameless.start()[0], 'en').text).toMatch(/^2 steps/)
  })
})
