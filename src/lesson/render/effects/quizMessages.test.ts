import { describe, expect, it } from 'vitest'

import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { locales, type Locale } from '../../../contracts/locale.ts'
import { answerRightly } from '../../testing/answerRightly.ts'
import { buildQuiz } from '../../testing/buildQuiz.ts'
import { buildRelease } from '../../testing/buildRelease.ts'
import { Learner } from '../../testing/learner.ts'
import { lexical } from '../../testing/lexical.ts'
import { textProblems } from '../../testing/textProblems.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import { decodeTap } from '../../callbackData.ts'
import { maxOptions } from '../../engine/quiz/questionProblems.ts'
import { toLearnerRelease } from '../../engine/toLearnerRelease.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { renderEffect } from '../renderEffect.ts'
import type { RichText } from '../text/richText.ts'

const picture = {
  ...{ id: uuidOf(77), hash: 'a'.repeat(64), kind: 'image' as const, mimeType: 'image/webp' },
  ...{ filename: 'ga.webp', bytes: 1000, width: 10, height: 10, duration: null, alt: '' },
}
const long = 'Одно из длинных пояснений, которым в опросе нет места. '.repeat(5)
const quiz = buildQuiz(
  [
    {
      text: 'Как читается буква ㄱ?',
      media: picture.id,
      options: [{ text: 'г или к' }, { text: 'н', explanation: 'Это ㄴ: уголок в другую сторону.' }],
      explanation: 'В начале слова ближе к «к».',
    },
    {
      text: 'Какие из этих букв гласные?',
      media: picture.id,
      options: [{ text: 'ㅏ' }, { text: 'ㄱ', explanation: 'Это согласная.' }, { text: 'ㅗ' }],
      right: [0, 2],
      explanation: long,
    },
    {
      text: 'Из чего складывается слог?',
      options: [
        { text: 'Из начальной согласной, гласной и, если она есть, конечной согласной' },
        { text: 'Из одной буквы' },
      ],
      explanation: long,
    },
  ],
  { passingPercentage: 67 },
)
const content = lexical.content(lexical.paragraph(lexical.text('Три вопроса о буквах.')))
const release = buildRelease(
  1,
  [{ id: uuidOf(1), title: 'Проверьте себя', stepType: 'quiz', quiz, content }, { id: uuidOf(2) }],
  { media: { [picture.id]: picture } },
)

const render = (effect: LessonEffect, locale: Locale) =>
  renderEffect(toLearnerRelease(release), effect, { locale, style: 'classic', linkOf: () => null })

const drawn = (message: OutgoingMessage): string[] => {
  const keyboard = 'keyboard' in message ? (message.keyboard ?? []) : []
  const rows = keyboard.map((row) =>
    row.map((button) => `[${button.text} → ${button.callback_data}]`).join(' '),
  )
  if (message.kind === 'poll') {
    const options = message.options.map(
      (text, place) => `${message.correct.includes(place) ? '*' : ' '} ${text}`,
    )
    const about = `(poll${message.isMultiple ? ', multiple' : ''}, ${message.media?.filename ?? 'no picture'})`
    return [about, message.question, ...options, `? ${message.explanation}`, ...rows]
  }
  if (message.kind === 'media') return [`(${message.as} ${message.media.filename})`]
  if (message.kind !== 'text') return [message.kind]
  return [...(message.isInPlace ? ['(in place)'] : []), message.text, ...rows]
}

/** A learner's way through the quiz: a wrong poll, a tick, a wrong set, a right answer; then all right. */
const chat = (locale: Locale): OutgoingMessage[][] => {
  const learner = new Learner(release)
  const shown: OutgoingMessage[][] = []
  const show = (effects: LessonEffect[]) => shown.push(...effects.map((effect) => render(effect, locale)))
  const choose = (action: 'answer' | 'select', option: number) =>
    learner.act({ type: 'tap', tap: { action, version: learner.state.version, option } })
  learner.start()
  show(learner.tap('begin'))
  show(learner.tap('quiz'))
  learner.learnPoll({ ...learner.polls[0]!, pollId: 'p' })
  show(learner.vote('p', 1))
  show(choose('select', 1))
  show(choose('select', 0))
  show(learner.tap('submit'))
  show(choose('answer', 0))
  show(learner.command('resume'))
  show(learner.tap('quiz'))
  for (let question = 0; question < 3; question += 1) show(answerRightly(learner))
  return shown
}

describe.each(locales)('a quiz in %s', (locale) => {
  it('should be shown as agreed', async () => {
    const pages = chat(locale).map((messages) => messages.map((one) => drawn(one).join('\n')).join('\n---\n'))
    await expect(`${pages.join('\n======\n')}\n`).toMatchFileSnapshot(`../golden/quiz.${locale}.txt`)
  })

  it('should be of messages that Telegram takes', () => {
    for (const message of chat(locale).flat()) {
      if (message.kind === 'text') expect(textProblems(message as RichText)).toEqual([])
      if (message.kind === 'poll') expect(message.otherwise.at(-1)?.kind).toBe('text')
    }
  })
})

/** Every other kind, some settings and refusals, as they are said. */
const otherKinds = (locale: Locale): OutgoingMessage[][] => {
  const named = (id: string, ...texts: string[]) =>
    texts.map((text, place) => ({ id: `${id}${place}`, text }))
  const kinds = buildQuiz(
    [
      { kind: 'text', text: 'Столица Кореи?', answers: ['Сеул', 'Seoul'], marks: 2 },
      { kind: 'number', text: 'Число пи?', value: 3.14, tolerance: 0.01 },
      { kind: 'order', text: 'По порядку?', items: named('i', 'раз', 'два') },
      {
        ...{ kind: 'match', text: 'Кто что говорит?', rights: named('r', 'мяу', 'гав') },
        lefts: named('l', 'кот', 'пёс').map((left, place) => ({ ...left, rightId: `r${place}` })),
      },
      { kind: 'file', text: 'Покажите.', accepts: ['photo', 'video'] },
      { kind: 'voice', text: 'Скажите.', maxSeconds: 60 },
    ],
    {
      passingPercentage: 90,
      settings: {
        ...{ maxAttempts: 2, grading: 'average', timeLimit: 90, negativeMarks: 50, hasPartialCredit: true },
        ...{ showFeedback: 'afterAttempt', bands: [{ from: 0, text: 'Уже неплохо.' }] },
      },
    },
  )
  const learner = new Learner(buildRelease(1, [{ id: uuidOf(1), stepType: 'quiz', quiz: kinds }]))
  const shown: OutgoingMessage[][] = []
  const context = { locale, style: 'classic' as const, linkOf: () => null }
  const show = (effects: LessonEffect[]) =>
    shown.push(...effects.map((effect) => renderEffect(toLearnerRelease(learner.newest()), effect, context)))
  const tap = (action: 'select' | 'review', option: number) =>
    learner.act({ type: 'tap', tap: { action, version: learner.state.version, option } })
  learner.start()
  show(learner.tap('begin'))
  show(learner.tap('quiz'))
  show(learner.sendFile('photo'))
  show(learner.say('x'.repeat(501)))
  show(learner.say('Токио'))
  show(learner.say('много'))
  show(learner.say('3,14'))
  show(tap('select', 0))
  show(tap('select', 1))
  show(learner.tap('submit'))
  show(tap('select', 0))
  show(tap('select', 2))
  show(learner.tap('submit'))
  show(learner.sendFile('document'))
  show(learner.sendFile('photo', { bytes: 2 ** 21 }))
  show(learner.sendFile('photo'))
  show(learner.sendFile('audio'))
  show(learner.sendFile('voice', { duration: 61 }))
  show(learner.sendFile('voice', { duration: 5 }))
  show(tap('review', 0))
  show(tap('review', 2))
  show(learner.tap('quiz'))
  learner.start()
  learner.wait(100)
  show(learner.act({ type: 'timeUp', kind: 'quizTime', stepId: uuidOf(1), attempt: 2 }))
  show(learner.tap('resume'))
  return shown
}

describe.each(locales)('other kinds of questions in %s', (locale) => {
  it('should be shown as agreed', async () => {
    const pages = otherKinds(locale).map((messages) =>
      messages.map((one) => drawn(one).join('\n')).join('\n---\n'),
    )
    await expect(`${pages.join('\n======\n')}\n`).toMatchFileSnapshot(`../golden/quizKinds.${locale}.txt`)
  })

  it('should be of messages that Telegram takes', () => {
    for (const message of otherKinds(locale).flat())
      if (message.kind === 'text') expect(textProblems(message as RichText)).toEqual([])
  })
})

describe('pictures of options', () => {
  const shown = (parts: Partial<typeof picture>, settings = {}) => {
    const one = buildQuiz([{ options: [{ media: picture.id }, {}, { media: picture.id }] }], { settings })
    const step = { id: uuidOf(1), stepType: 'quiz' as const, quiz: one }
    const learner = new Learner(
      buildRelease(1, [step], { media: { [picture.id]: { ...picture, ...parts } } }),
    )
    learner.start()
    learner.tap('begin')
    const [asked] = learner.tap('quiz')
    const context = { locale: 'en' as const, style: 'classic' as const, linkOf: () => null }
    return renderEffect(toLearnerRelease(learner.newest()), asked!, context)
  }

  it('should stand in the poll', () => {
    expect(shown({})).toMatchObject([
      { kind: 'poll', optionMedia: [{ id: picture.id }, null, { id: picture.id }] },
    ])
  })

  it('should stand before the question, numbered as its buttons are, where there is no poll for them', () => {
    expect(shown({}, { showAnswer: 'never' })).toMatchObject([
      { kind: 'album', items: [{ caption: '1. Ответ 1' }, { caption: '3. Ответ 3' }] },
      { kind: 'text', keyboard: [[{ text: '1' }, { text: '2' }, { text: '3' }], [{}]] },
    ])
    const tooLarge = shown({ bytes: 11 * 2 ** 20 })
    expect(tooLarge).toMatchObject([{ kind: 'album' }, { kind: 'poll' }])
    expect(tooLarge[1]).not.toHaveProperty('optionMedia')
  })
})

describe('items and pairs', () => {
  it('should fit into one message while they are chosen, as long as the gate lets them be', () => {
    const texts = Array.from({ length: maxOptions }, (_, place) => `${place} `.padEnd(115, 'я'))
    const items = texts.map((text, place) => ({ id: `i${place}`, text }))
    const one = buildQuiz([{ kind: 'order', items }])
    const learner = new Learner(buildRelease(1, [{ id: uuidOf(1), stepType: 'quiz', quiz: one }]))
    learner.start()
    learner.tap('begin')
    learner.tap('quiz')
    for (let option = 0; option < maxOptions; option += 1)
      learner.act({ type: 'tap', tap: { action: 'select', version: learner.state.version, option } })
    const context = { locale: 'ru' as const, style: 'classic' as const, linkOf: () => null }
    const messages = renderEffect(toLearnerRelease(learner.newest()), learner.effects[0]!, context)
    expect(messages).toHaveLength(1)
  })
})

describe('a question with buttons', () => {
  it('should fit into one message with as many and as long options as the gate lets through', () => {
    const options = Array.from({ length: maxOptions }, (_, place) => ({ text: `${place} `.repeat(50) }))
    const one = buildQuiz([{ text: 'Вопрос? '.repeat(60), options, right: [0, 1] }])
    const learner = new Learner(buildRelease(1, [{ id: uuidOf(1), stepType: 'quiz', quiz: one }]))
    learner.start()
    learner.tap('begin')
    const [asked] = learner.tap('quiz')
    const context = { locale: 'ru' as const, style: 'classic' as const, linkOf: () => null }
    const messages = renderEffect(toLearnerRelease(learner.newest()), asked!, context)
    expect(messages).toHaveLength(1)
    const [message] = messages
    if (message?.kind !== 'text') throw new Error('no text')
    for (const option of options) expect(message.text).toContain(option.text.trim())
    const taps = message.keyboard?.flat().map((button) => decodeTap(button.callback_data))
    expect(taps?.filter((tap) => tap?.action === 'select')).toHaveLength(maxOptions)
  })

  it('should have a picture that no poll takes before it, and words for one that is gone', () => {
    const learner = new Learner(release)
    learner.start()
    learner.tap('begin')
    const [asked] = learner.tap('quiz')
    const heavy = { ...picture, bytes: 11 * 2 ** 20 }
    const context = { locale: 'en' as const, style: 'classic' as const, linkOf: () => null }
    const shown = (media: LearnerRelease['media']) =>
      renderEffect({ ...toLearnerRelease(release), media }, asked!, context)
    expect(shown({ [heavy.id]: heavy })).toMatchObject([
      { kind: 'media', as: 'document' },
      { kind: 'poll', media: null },
    ])
    expect(shown({})).toMatchObject([{ kind: 'text' }, { kind: 'poll', media: null }])
  })

  it('should apologise when the release does not hold it', () => {
    const effect: LessonEffect = {
      ...{ type: 'question', releaseId: release.id, version: 1, stepId: uuidOf(1), attempt: 1, index: 0 },
      ...{ questionId: 'gone', total: 1, options: [], selected: [], poll: null },
      ...{ secondsLeft: null, isInPlace: false },
    }
    expect(render(effect, 'en')).toEqual(render({ type: 'notice', key: 'notAvailable' }, 'en'))
  })
})
