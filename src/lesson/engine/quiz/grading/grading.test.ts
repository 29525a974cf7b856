import { describe, expect, it } from 'vitest'

import { buildQuiz, type QuestionDraft } from '../../../testing/buildQuiz.ts'
import type { NumberQuestion, Quiz, QuizQuestion, TextQuestion } from '../quizTypes.ts'
import { cleanText } from './cleanText.ts'
import { creditOf } from './creditOf.ts'
import { markOf } from './markOf.ts'
import { percentOf } from './percentOf.ts'
import { readNumbers } from './readNumbers.ts'
import { readPattern } from './readPattern.ts'
import { scoreOf } from './scoreOf.ts'
import { textFits } from './textFits.ts'

const build = (draft: QuestionDraft): QuizQuestion => buildQuiz([draft]).questions[0] as QuizQuestion
const chose = (...ids: string[]) => ({ kind: 'options' as const, ids })
const wrote = (text: string) => ({ kind: 'text' as const, text })

describe('readNumbers', () => {
  it.each([
    ['3.14', [3.14]],
    ['3,14', [3.14]],
    [' 42 ', [42]],
    ['-2', [-2]],
    ['−2', [-2]],
    ['– 2', [-2]],
    ['+7', [7]],
    ['.5', [0.5]],
    [',5', [0.5]],
    ['0', [0]],
    ['007', [7]],
    ['1 000', [1000]],
    ['1\u00a0000\u202f000', [1_000_000]],
    ['12 345,67', [12_345.67]],
    ["1'000", [1000]],
    ['1,234.5', [1234.5]],
    ['1.234,5', [1234.5]],
    ['1,234,567', [1_234_567]],
    ['1.234.567,8', [1_234_567.8]],
    // Either a little more than one, or a thousand and more.
    ['1,234', [1.234, 1234]],
    ['3.142', [3.142, 3142]],
    ['0,125', [0.125]],
    ['2e3', [2000]],
    ['1,5E-3', [0.0015]],
    ['\u200b5\u200f', [5]],
    ['٣٫١٤', [3.14]],
    ['١٬٢٣٤', [1234]],
    ['٤٢', [42]],
    ['４２', [42]],
    ['', []],
    ['-', []],
    ['five', []],
    ['5 kg', []],
    ['1/2', []],
    ['1 2', []],
    ['1 0000', []],
    ['1,2,3', []],
    ['1..2', []],
    ['--1', []],
    ['5.', []],
    ['1e999', []],
    ['0x10', []],
    ['Infinity', []],
    ['NaN', []],
    ['1,23.4', []],
  ])('should read %j as %j', (written, numbers) => {
    expect(readNumbers(written)).toEqual(numbers)
  })

  it('should be done soon with whatever somebody writes', () => {
    const started = performance.now()
    for (const text of ['1,'.repeat(250), '1 '.repeat(250), '9'.repeat(500), `${' '.repeat(499)}x`])
      readNumbers(text)
    expect(performance.now() - started).toBeLessThan(200)
  })
})

describe('cleanText', () => {
  it('should take out what nobody sees, and make one of what looks the same', () => {
    expect(cleanText('  a \n\u00a0 b\u200b ')).toBe('a b')
    expect(cleanText('\u202eabc\u202c')).toBe('abc')
    expect(cleanText('й')).toBe('й')
    expect(cleanText('\u200b\ufe0f\u3164')).toBe('')
  })
})

describe('textFits', () => {
  const question = (match: TextQuestion['match'], ...answers: string[]) =>
    build({ kind: 'text', match, answers }) as TextQuestion
  it.each([
    ['exact', ['Seoul'], 'Seoul', true],
    ['exact', ['Seoul'], ' Seoul\u200b ', true],
    ['exact', ['Seoul'], 'seoul', false],
    ['exact', ['Seoul', 'Сеул'], 'Сеул', true],
    ['exact', [' '], '', false],
    ['caseInsensitive', ['Сеул'], 'СЕУЛ', true],
    ['caseInsensitive', ['straße'], 'STRASSE', true],
    ['caseInsensitive', ['New York'], 'new   york', true],
    ['caseInsensitive', ['Seoul'], 'Seoul!', false],
    ['contains', ['Seoul'], 'I think it is seoul.', true],
    ['contains', ['Seoul'], 'Tokyo', false],
    ['contains', [''], 'anything', false],
    ['regex', ['(?i)seo+ul'], 'SEOOOUL', true],
    ['regex', ['\\d{4}'], '2026', true],
    ['regex', ['\\d{4}'], 'in 2026', false],
    ['regex', ['('], '(', false],
  ] as const)('should take %s %j for %j: %s', (match, answers, written, isRight) => {
    expect(textFits(question(match, ...answers), written)).toBe(isRight)
  })
})

describe('readPattern', () => {
  it('should refuse what it cannot read, and say which part that is', () => {
    expect(readPattern('a(b')).toEqual({ fault: 'syntax', detail: 'a(b' })
    expect(readPattern('(?=a)')).toEqual({ fault: 'syntax', detail: '(?=' })
    expect(readPattern('(a)\\1')).toMatchObject({ fault: 'syntax' })
    expect(readPattern('a'.repeat(201))).toMatchObject({ fault: 'tooLarge' })
    expect(readPattern('(?:a{1,30}){1,30}')).toMatchObject({ fault: 'tooLarge' })
  })

  it('should take time in proportion to the answer, whatever the pattern', () => {
    for (const source of ['(a+)+b', '(?:a|aa)+b', '(.*)(.*)(.*)b', '(?:a?){90}a{90}']) {
      const pattern = readPattern(source)
      const started = performance.now()
      if ('takes' in pattern) expect(pattern.takes(`${'a'.repeat(499)}c`)).toBe(false)
      expect(performance.now() - started).toBeLessThan(500)
    }
  })
})

describe('creditOf', () => {
  const several = build({ right: [0, 2], options: [{}, {}, {}, {}] })
  const order = build({ kind: 'order' })
  const match = build({ kind: 'match' })
  const number = build({ kind: 'number', value: 3.14, tolerance: 0.01 }) as NumberQuestion
  it.each([
    ['one right option', build({}), chose('q1o1'), 1, 1],
    ['one wrong option', build({}), chose('q1o2'), 0, 0],
    ['the exact set', several, chose('q1o3', 'q1o1'), 1, 1],
    ['half of it', several, chose('q1o1'), 0.5, 0],
    ['all of it and a wrong one', several, chose('q1o1', 'q1o3', 'q1o2'), 0.5, 0],
    ['everything', several, chose('q1o1', 'q1o2', 'q1o3', 'q1o4'), 0, 0],
    ['the right order', order, chose('q1i1', 'q1i2', 'q1i3'), 1, 1],
    ['two exchanged', order, chose('q1i2', 'q1i1', 'q1i3'), 1 / 3, 0],
    ['all pairs', match, chose('q1r1', 'q1r2', 'q1r3'), 1, 1],
    ['two of three pairs', match, chose('q1r1', 'q1r2', 'q1r1'), 2 / 3, 0],
    ['a number near enough', number, wrote('3,15'), 1, 1],
    ['a number that is not', number, wrote('3.151'), 0, 0],
    ['a number of which one reading is right', { ...number, value: 1234 }, wrote('1,234'), 1, 1],
    ['a number whose author named none', { ...number, value: null }, wrote('0'), 0, 0],
    ['tenths', { ...number, value: 0.3, tolerance: 0.1 }, wrote('0.2'), 1, 1],
    ['words for options', build({}), wrote('q1o1'), 0, 0],
  ])('should be right for %s', (_, question, given, inPart, whole) => {
    expect(creditOf(question, given, true)).toBeCloseTo(inPart, 9)
    expect(creditOf(question, given, false)).toBe(whole)
  })
})

describe('marks and percentages', () => {
  const quiz: Quiz = buildQuiz([{ marks: 4 }], { settings: { negativeMarks: 25 } })
  const [question] = quiz.questions as [QuizQuestion]
  it('should take marks off for wrong answers alone', () => {
    expect(markOf(quiz, question, 1)).toBe(4)
    expect(markOf(quiz, question, 0.5)).toBe(2)
    expect(markOf(quiz, question, 0)).toBe(-1)
    expect(Object.is(markOf(buildQuiz([{}]), question, 0), 0)).toBe(true)
  })

  it('should stay between nothing and all, and lose nothing to fractions', () => {
    expect(percentOf({ earned: -3, outOf: 4 })).toBe(0)
    expect(percentOf({ earned: 4, outOf: 4 })).toBe(100)
    const thirds = Math.round((1 / 3) * 1e6) / 1e6
    expect(Math.floor(percentOf({ earned: thirds * 3, outOf: 4 }))).toBe(25)
    expect(Math.floor(percentOf({ earned: 9999, outOf: 10_000 }))).toBe(99)
  })

  it('should make of several attempts what the author chose', () => {
    const scores = { finished: 3, best: 90, sum: 200, first: 40, last: 70 }
    const all = (['highest', 'average', 'first', 'last'] as const).map((way) => scoreOf(scores, way))
    expect(all).toEqual([90, 66, 40, 70])
  })
})
