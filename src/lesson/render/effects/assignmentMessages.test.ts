import { describe, expect, it } from 'vitest'

import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { toLearnerRelease } from '../../engine/toLearnerRelease.ts'
import { buildAssignment } from '../../testing/buildAssignment.ts'
import { buildRelease } from '../../testing/buildRelease.ts'
import { lexical } from '../../testing/lexical.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import { renderEffect } from '../renderEffect.ts'

const stepId = uuidOf(1)
const assignment = buildAssignment({
  requirements: ['Два глаза', 'Клюв'],
  extensions: ['pdf', 'png'],
  maxFiles: 3,
  maxFileBytes: 5 * 1024 * 1024,
  rubric: 'SECRET',
})
const release = toLearnerRelease(
  buildRelease(1, [
    {
      ...{ id: stepId, stepType: 'assignment', title: 'Сова', assignment },
      content: lexical.content(lexical.paragraph(lexical.text('Нарисуйте сову.'))),
    },
  ]),
)
const about = { releaseId: release.id, version: 3, stepId }
const intro = {
  ...{
    stage: 'open' as const,
    attempt: 0,
    attemptsLeft: 2,
    dueAt: '2026-03-08T09:00:00.000Z',
    cutOffAt: null,
    timeZone: 'Asia/Seoul',
  },
  ...{ score: null, maxScore: null, comment: null, canGoOn: false },
}
const shown = (effect: LessonEffect, locale: Locale = 'ru') =>
  renderEffect(release, effect, { locale, style: 'classic', linkOf: () => null }).map((message) =>
    message.kind === 'text'
      ? {
          ...message,
          buttons: (message.keyboard ?? []).flat().map((button) => button.text),
        }
      : { ...message, text: '', buttons: [] as string[] },
  )
const step = (
  parts: Partial<typeof intro> & { stage?: 'pending' | 'rejected' | 'open' } = {},
): LessonEffect => ({
  ...{ type: 'step', ...about, progress: { done: 0, total: 1, percent: 0 }, isCompleted: false },
  ...{ hasBack: false, next: 'finish', assignment: { ...intro, ...parts } },
})
const draft = (parts: Partial<Extract<LessonEffect, { type: 'draft' }>> = {}): LessonEffect => ({
  ...{
    type: 'draft',
    ...about,
    revision: 1,
    collected: [],
    refusals: [],
    messageId: null,
    isInPlace: false,
  },
  ...parts,
})

describe('an assignment in the chat', () => {
  it('should be shown in the words of the specification', () => {
    expect(shown(step())[0]?.text).toBe(
      [
        '📝 Задание: Сова',
        'Нарисуйте сову.',
        'Требования:\n• Два глаза\n• Клюв',
        'Отправьте ваш ответ текстом, фото или файлом.',
        [
          '📎 Не больше 3 файлов, каждый до 5 МБ.',
          'Виды файлов: pdf, png.',
          '🗓 Срок: 8 марта 2026 г. в 18:00 GMT+9. Ответы позже срока отмечаются как опоздавшие.',
          'Осталось 2 попытки.',
        ].join('\n'),
        '📊 Прогресс: 0/1 (0%)',
      ].join('\n\n'),
    )
    expect(shown(step())[0]?.buttons).toEqual(['Содержание', '🔖 В закладки'])
  })

  it('should keep from learners what reviewers go by', () => {
    expect(JSON.stringify(release)).not.toContain('SECRET')
  })

  it('should say what became of the last answer', () => {
    expect(shown(step({ stage: 'pending', attempt: 1 } as never))[0]?.text).toContain(
      '(попытка 1) ждёт проверки',
    )
    const rejected = { stage: 'rejected', attempt: 1, score: 3, maxScore: 10, comment: 'Где клюв?' }
    const text = shown(step(rejected as never))[0]?.text ?? ''
    for (const part of ['Попытка 1 не принята', 'Баллы: 3 из 10', '💬 Где клюв?', 'Отправьте ваш ответ'])
      expect(text).toContain(part)
  })

  it('should say what is collected in one message, in the place of the last', () => {
    const [first] = shown(draft({ collected: [{ kind: 'text', count: 1 }, { kind: 'photo', count: 10 }, { kind: 'voice', count: 2 }] })) // prettier-ignore
    expect(first).toMatchObject({ draftOf: stepId, buttons: ['Отправить на проверку', 'Очистить'] })
    expect(first).not.toHaveProperty('replaces')
    expect(first?.text).toContain('📥 Собрано: 1 текст, 10 фото, 2 голосовых сообщения')
    expect(shown(draft({ messageId: 9 }))[0]).toMatchObject({ replaces: 9, buttons: [] })
    expect(shown(draft({ messageId: 9, isInPlace: true }))[0]).toMatchObject({ isInPlace: true, replaces: 9 })
  })

  it.each([
    ['kind', 'здесь отвечают текстом, фото или файлом'],
    ['program', 'программы присылать нельзя'],
    ['extension', 'pdf, png'],
    ['empty', 'внутри пусто'],
    ['tooLarge', 'файл больше 5 МБ'],
    ['tooManyFiles', 'не больше 3 файлов'],
    ['tooManyTexts', 'столько текста'],
  ] as const)('should say why something was not taken: %s', (refused, expected) => {
    expect(shown(draft({ refusals: [{ reason: refused, count: 1 }] }))[0]?.text).toContain(expected)
  })

  it('should hand in within the message that collected', () => {
    const submitted = { type: 'submitted', ...about, attempt: 2, isLate: true, isApproved: false, hasBack: true } as const
    expect(shown({ ...submitted, next: null })[0]).toMatchObject({
      ...{ isInPlace: true, buttons: ['Назад', 'Содержание'] },
      text: expect.stringMatching(/попытка 2[^]*опоздавший[^]*после этого курс продолжится/),
    })
    expect(shown({ ...submitted, next: 'next' })[0]).toMatchObject({
      ...{ buttons: ['Назад', 'Далее', 'Содержание'], text: expect.stringContaining('Ждать не обязательно') },
    })
  }) // prettier-ignore

  it('should tell of the decision with comment and voice', () => {
    const voice = { ...{ id: uuidOf(5), hash: 'a'.repeat(64), kind: 'voice' as const, mimeType: 'audio/ogg', filename: 'a.ogg' }, bytes: 9, width: null, height: null, duration: 2, alt: '' } as const
    const reviewed = { type: 'reviewed', ...about, attempt: 1, score: null, maxScore: null, comment: 'Хорошо', attemptsLeft: 1, isHeld: false } as const
    const [said, text] = shown({ ...reviewed, verdict: 'rejected', voice, canRetry: true, next: null })
    expect(said).toMatchObject({ kind: 'media', as: 'voice', media: voice })
    expect(text).toMatchObject({ buttons: ['Открыть задание', 'Содержание'] })
    expect(text?.text).toMatch(/«Сова» нужно доработать[^]*💬 Хорошо[^]*Осталась 1 попытка/)
    expect(shown({ ...reviewed, verdict: 'rejected', voice: null, canRetry: false, attemptsLeft: 0, next: null })[0]?.text).toContain('Попыток больше не осталось')
    expect(shown({ ...reviewed, verdict: 'rejected', voice: null, canRetry: false, attemptsLeft: 1, next: null })[0]?.text).toContain('Срок вышел')
    expect(shown({ ...reviewed, verdict: 'rejected', voice: null, canRetry: false, isHeld: true, next: null })[0]?.text).toContain('продлить срок')
    expect(shown({ ...reviewed, verdict: 'rejected', voice: null, canRetry: false, isHeld: true, attemptsLeft: 0, next: null })[0]?.text).toContain('добавить попытки')
    expect(shown({ ...reviewed, verdict: 'approved', voice: null, canRetry: false, next: 'finish' })[0]).toMatchObject({
      ...{ buttons: ['Завершить', 'Содержание'], text: expect.stringContaining('«Сова» принят') },
    })
  }) // prettier-ignore

  it.each(['ru', 'en'] as const)('should fit into one message in %s', (locale) => {
    for (const effect of [step(), draft({ refusals: [{ reason: 'kind', count: 3 }] })])
      expect(shown(effect, locale)).toHaveLength(1)
  })
})
