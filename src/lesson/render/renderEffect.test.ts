import { describe, expect, it } from 'vitest'

import type { LearnerSettings } from '../../contracts/learnerSettings.ts'
import type { LearnerRelease } from '../../contracts/learnerRelease.ts'
import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import { locales } from '../../contracts/locale.ts'
import { decodeTap } from '../callbackData.ts'
import { toLearnerRelease } from '../engine/toLearnerRelease.ts'
import { buildRelease } from '../testing/buildRelease.ts'
import { lexical } from '../testing/lexical.ts'
import { textProblems } from '../testing/textProblems.ts'
import { uuidOf } from '../testing/uuidOf.ts'
import type { OutgoingMessage } from './outgoingMessage.ts'
import type { RenderContext } from './renderContext.ts'
import { renderEffect } from './renderEffect.ts'
import type { RichText } from './text/richText.ts'

const { content, paragraph, text, node, list } = lexical
const steps = [
  {
    id: uuidOf(1),
    title: 'Знакомство',
    section: 'Начало',
    content: content(
      node('heading', [text('Что такое тип?')]),
      paragraph(text('Тип — это '), text('множество значений', 1), text('.')),
      list('number', [[text('число')], [text('строка')]]),
    ),
  },
  { id: uuidOf(2), title: 'Объединения', section: 'Начало' },
  { id: uuidOf(3), title: 'Сужение', section: 'Дальше', isRequired: false },
  { id: uuidOf(4), title: 'Без раздела' },
]
const release = toLearnerRelease(
  buildRelease(1, steps, { estimatedDuration: 45, description: 'Короткий курс о типах.\nДля начинающих.' }),
)
const releaseId = release.id
const progress = { done: 1, total: 4, percent: 25 }
const full = { done: 4, total: 4, percent: 100 }
const frame = { releaseId, version: 7 }

const settings = { locale: null, timeZone: null, remindersEnabled: true, quietFrom: 1320, quietTo: 540 }
const chosen: LearnerSettings = {
  ...{ locale: 'ru', timeZone: 'Europe/Moscow', remindersEnabled: false, quietFrom: null, quietTo: null },
}
const aside = { type: 'settings', version: 7, now: '2026-03-01T10:00:00.000Z', settings } as const
const personalEffects: Record<string, LessonEffect> = {
  settings: { ...aside, page: 'main' },
  'settings, zone chosen': { ...aside, settings: chosen, page: 'main', note: 'zone' },
  'settings, language': { ...aside, page: 'language' },
  'settings, regions': { ...aside, page: 'timeZone' },
  'settings, cities': { ...aside, page: 'region', region: 'africa' },
  'settings, typing': { ...aside, page: 'typing' },
  'settings, not understood': { ...aside, page: 'typing', note: 'zoneUnknown' },
  'settings, several fit': { ...aside, page: 'candidates', candidates: ['Asia/Omsk', 'America/Chihuahua'] },
  'settings, quiet hours': { ...aside, page: 'quietHours' },
  'rating, asked': { type: 'rating', version: 7, stage: 'ask', stars: null },
  'rating, comment': { type: 'rating', version: 7, stage: 'comment', stars: 4 },
  'rating, thanks': { type: 'rating', version: 7, stage: 'thanks', stars: 5 },
  'erasure, asked': { type: 'erasure', version: 7, stage: 'ask' },
  'erasure, once more': { type: 'erasure', version: 7, stage: 'confirm' },
  'erasure, kept': { type: 'erasure', version: 7, stage: 'kept' },
  'erasure, begun': { type: 'erasure', version: 7, stage: 'begun' },
}

const effects: Record<string, LessonEffect> = {
  'welcome, first time': { type: 'welcome', ...frame, rating: 4.75, next: 'begin' },
  'welcome, begun': { type: 'welcome', ...frame, rating: null, next: 'resume' },
  'welcome, finished': { type: 'welcome', ...frame, rating: 5, next: 'review' },
  'first step': {
    ...{ type: 'step', ...frame, stepId: uuidOf(1), progress: { done: 0, total: 4, percent: 0 } },
    ...{ isCompleted: false, hasBack: false, next: 'next' },
  },
  'optional step, bookmarked': {
    ...{ type: 'step', ...frame, stepId: uuidOf(3), progress, isCompleted: false, hasBack: true },
    ...{ next: 'next', isBookmarked: true },
  },
  'last step, without content': {
    ...{ type: 'step', ...frame, stepId: uuidOf(4), progress, isCompleted: false, hasBack: true },
    next: 'finish',
  },
  completion: { type: 'completion', ...frame, progress: full },
  contents: {
    ...{ type: 'contents', ...frame, progress },
    steps: (['done', 'current', 'open', 'locked'] as const).map((mark, index) => ({
      stepId: uuidOf(index + 1),
      mark,
      ...(index === 1 ? { isBookmarked: true as const } : {}),
    })),
  },
  'progress, in the middle': {
    ...{ type: 'progress', ...frame, progress, currentStepId: uuidOf(2), isCompleted: false },
  },
  'progress, not begun': { type: 'progress', ...frame, progress, currentStepId: null, isCompleted: false },
  'progress, finished': {
    ...{ type: 'progress', ...frame, progress: full, currentStepId: uuidOf(4), isCompleted: true },
  },
  'progress, by section': {
    ...{ type: 'progress', ...frame, progress, currentStepId: uuidOf(2), isCompleted: false },
    sections: [
      { section: 'Начало', done: 2, total: 2 },
      { section: null, done: 0, total: 1 },
    ],
  },
  bookmarks: {
    ...{ type: 'bookmarks', ...frame },
    steps: [{ stepId: uuidOf(2), mark: 'done', isBookmarked: true }],
  },
  ...personalEffects,
  restart: { type: 'restart', ...frame, isCompleted: false },
  'restart, finished': { type: 'restart', ...frame, isCompleted: true },
  'bookmarks, none': { type: 'bookmarks', ...frame, steps: [] },
  help: { type: 'help', releaseId },
  notice: { type: 'notice', key: 'textNotExpected' },
}

type TextMessage = Extract<OutgoingMessage, { kind: 'text' }>

/** The texts that an effect is shown as. */
const render = (shown: LearnerRelease | null, effect: LessonEffect, locale: RenderContext['locale']) => {
  const messages = renderEffect(shown, effect, { locale, style: 'classic', linkOf: () => null })
  expect(messages.map(({ kind }) => kind)).toEqual(messages.map(() => 'text'))
  return messages as TextMessage[]
}

/** A message as a person could write it down: entities with what they cover, buttons in their rows. */
const drawn = ({ text: shown, entities, keyboard = [] }: TextMessage): string =>
  [
    shown,
    '',
    ...entities.map(({ type, offset, length }) => `  ${type}: ${shown.slice(offset, offset + length)}`),
    ...keyboard.map((row) => row.map((button) => `[${button.text} → ${button.callback_data}]`).join(' ')),
  ].join('\n')

describe.each(locales)('renderEffect in %s', (locale) => {
  it('should show every effect as agreed', async () => {
    const pages = Object.entries(effects).map(
      ([name, effect]) =>
        `=== ${name} ===\n${render(release, effect, locale).map(drawn).join('\n--- next message ---\n')}\n`,
    )
    await expect(pages.join('\n')).toMatchFileSnapshot(`golden/${locale}.txt`)
  })

  it('should send nothing for a toast, and an apology without a release', () => {
    expect(render(release, { type: 'toast', key: 'stepGone' }, locale)).toEqual([])
    const apology = render(null, { type: 'notice', key: 'notAvailable' }, locale)
    for (const effect of [effects.completion, effects['first step']] as LessonEffect[])
      expect(render(null, effect, locale)).toEqual(apology)
    const gone = { ...effects['first step'], stepId: uuidOf(99) } as LessonEffect
    expect(render(release, gone, locale)).toEqual(apology)
  })
})

describe('renderEffect', () => {
  it('should say the welcome and the step in the words of the specification', () => {
    const [welcome] = render(release, effects['welcome, first time'] as LessonEffect, 'ru')
    expect(welcome?.text).toBe(`🎓 Добро пожаловать на курс "Основы TypeScript"

Короткий курс о типах.
Для начинающих.

📚 Всего этапов: 4
⏱ Примерное время: 45 мин
⭐ Рейтинг: 4,8/5

Нажмите "Начать обучение" чтобы приступить к первому этапу.`)
    const [step] = render(release, effects['first step'] as LessonEffect, 'ru')
    expect(step?.text).toBe(`📖 Этап 1: Знакомство

Что такое тип?

Тип — это множество значений.

1. число
2. строка

📊 Прогресс: 0/4 (0%)`)
  })

  it('should spread a long step over messages, header first, progress and buttons last', () => {
    const long = content(...Array.from({ length: 30 }, () => paragraph(text('Предложение. '.repeat(40)))))
    const [first, ...others] = release.steps
    const release2 = { ...release, steps: [{ ...first, content: long }, ...others] } as LearnerRelease
    const messages = render(release2, effects['first step'] as LessonEffect, 'ru')
    expect(messages.length).toBeGreaterThan(3)
    expect(messages.map(({ text: shown }) => shown.startsWith('📖 Этап 1: Знакомство'))).toEqual(
      messages.map((_, index) => index === 0),
    )
    expect(messages.map(({ text: shown }) => shown.endsWith('📊 Прогресс: 0/4 (0%)'))).toEqual(
      messages.map((_, index) => index === messages.length - 1),
    )
    expect(messages.map(({ keyboard }) => keyboard !== undefined)).toEqual(
      messages.map((_, index) => index === messages.length - 1),
    )
  })

  it('should name every step of a long course and have a button for every open one', () => {
    for (const [count, open] of [
      [12, 12],
      [40, 31],
      [50, 0],
      [50, 50],
    ] as const) {
      const title = (index: number) => `${'Очень длинное название '.repeat(8)}№${index}`
      const many = Array.from({ length: count }, (_, index) => ({
        ...{ id: uuidOf(index), title: title(index), section: `Раздел ${Math.floor(index / 10)}` },
      }))
      const marks = many.map(({ id }, index) => {
        return { stepId: id, mark: index < open ? ('done' as const) : ('locked' as const) }
      })
      const messages = render(
        toLearnerRelease(buildRelease(1, many)),
        { type: 'contents', ...frame, progress, steps: marks },
        'ru',
      )
      const shown = messages.map((message) => message.text).join('\n')
      for (const { title: name } of many) expect(shown).toContain(name)
      expect(shown.match(/^Раздел \d+$/gm)).toHaveLength(Math.ceil(count / 10))
      for (const message of messages) expect(textProblems(message as RichText)).toEqual([])
      const buttons = messages.map(({ keyboard = [] }) => keyboard.flat())
      for (const some of buttons) expect(some.length).toBeLessThanOrEqual(100)
      for (const row of messages.flatMap(({ keyboard = [] }) => keyboard))
        expect(row.length).toBeLessThanOrEqual(5)
      expect(buttons.flat().map(({ callback_data: data }) => decodeTap(data))).toEqual(
        many.slice(0, open).map(({ id }) => ({ action: 'open', version: 7, stepId: id })),
      )
      for (const { text: label } of buttons.flat()) expect(label.length).toBeLessThanOrEqual(60)
    }
  })

  it('should put a page of contents into one message, which its buttons change', () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      ...{ id: uuidOf(index), title: `${'Название '.repeat(20)}№${index}`, section: `Раздел ${index}` },
    }))
    const long = toLearnerRelease(buildRelease(1, many))
    const pageOf = (number: number): LessonEffect => ({
      ...{ type: 'contents', ...frame, progress, page: { number, count: 3 }, isInPlace: true },
      steps: many
        .slice(number * 50, (number + 1) * 50)
        .map(({ id }) => ({ stepId: id, mark: 'done' as const })),
    })
    const turns = [0, 1, 2].map((number) => {
      const messages = render(long, pageOf(number), 'ru')
      expect(messages).toHaveLength(1)
      expect(messages[0]).toMatchObject({ isInPlace: true })
      expect(messages[0]?.text).toContain(`Страница ${number + 1} из 3`)
      expect(textProblems(messages[0] as RichText)).toEqual([])
      const row = messages[0]?.keyboard?.at(-1) ?? []
      return row.map(({ text: label, callback_data: data }) => [label, decodeTap(data)])
    })
    const page = (option: number) => ({ action: 'page', version: 7, option })
    expect(turns).toEqual([
      [['▶️ 2/3', page(1)]],
      [
        ['◀️ 1/3', page(0)],
        ['▶️ 3/3', page(2)],
      ],
      [['◀️ 2/3', page(1)]],
    ])
  })

  it('should keep its lines whatever signs titles have', () => {
    const titles = [
      'مرحبا بالعالم',
      '\u202eevil\u2067',
      '\u200b\u200d',
      'one\ntwo\u2028three',
      '\u2067\u2066',
    ]
    const wild = toLearnerRelease(
      buildRelease(
        1,
        titles.map((title, index) => ({ id: uuidOf(index), title, section: title })),
      ),
    )
    const marks = titles.map((_, index) => ({ stepId: uuidOf(index), mark: 'open' as const }))
    const [contents] = render(wild, { type: 'contents', ...frame, progress, steps: marks }, 'en')
    const lines = contents?.text.split('\n').filter((line) => line.startsWith('🔓 '))
    const seen = ['\u2068مرحبا بالعالم\u2069', 'evil', '…', 'one two three', '…']
    expect(lines).toEqual(seen.map((title, index) => `🔓 ${index + 1}. ${title}`))
    expect(contents?.keyboard?.flat().map(({ text: label }) => label)).toEqual(lines)
  })

  it('should survive texts that are too long or broken', () => {
    const wild = { ...release, title: `\ud800\t${'Т'.repeat(5000)}`, description: '\u0000\r\nа\u2028б' }
    for (const effect of Object.values(effects))
      for (const message of render(wild, effect, 'en')) expect(textProblems(message as RichText)).toEqual([])
  })
})
