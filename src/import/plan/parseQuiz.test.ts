import { describe, expect, it } from 'vitest'

import { parseQuiz } from './parseQuiz.ts'

const parse = (text: string) =>
  parseQuiz(text, { findPicture: (address) => (address.endsWith('.png') ? address : null) })
const faults = (text: string) => parse(text).problems.map(({ code, line }) => `${code}:${line}`)

describe('parseQuiz', () => {
  it('should read everything that a quiz can say', () => {
    const { title, quiz, problems } = parse(
      [
        ...['title: What owls do', 'pass: 70%', 'shuffle: yes', ''],
        ...['Q: When does an owl hunt?', 'img: night.png', 'A: By day', 'E: Few do.', 'A*: At night'],
        ...['why: It sees well', 'in the dark.', '# a remark', ''],
        ...['Q: What do owls eat?', 'a*: Mice', 'a*: Beetles', 'a: Hay'],
      ].join('\n'),
    )
    expect(problems).toEqual([])
    expect(title).toBe('What owls do')
    expect(quiz).toEqual({
      passingPercentage: 70,
      isShuffled: true,
      questions: [
        {
          ...{ kind: 'single', text: 'When does an owl hunt?', media: 'night.png' },
          options: [
            { text: 'By day', isCorrect: false, explanation: 'Few do.' },
            { text: 'At night', isCorrect: true, explanation: null },
          ],
          explanation: 'It sees well\nin the dark.',
        },
        {
          ...{ kind: 'multiple', text: 'What do owls eat?', media: null, explanation: null },
          options: [
            { text: 'Mice', isCorrect: true, explanation: null },
            { text: 'Beetles', isCorrect: true, explanation: null },
            { text: 'Hay', isCorrect: false, explanation: null },
          ],
        },
      ],
    })
  })

  it('should go on with whatever the line before says', () => {
    const { quiz } = parse('Q: One\ntwo\nA*: three\nfour\nE: five\nsix\nA: seven')
    expect(quiz.questions[0]).toMatchObject({
      text: 'One\ntwo',
      options: [{ text: 'three\nfour', explanation: 'five\nsix' }, { text: 'seven' }],
    })
  })

  const many = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i))
  it.each([
    ['a line that belongs to nothing', 'hello\nQ: a\nA*: b\nA: c', ['line:1']],
    ['an answer before its question', 'A: b\nQ: a\nA*: b\nA: c', ['answerFirst:1']],
    ['an explanation before its answer', 'Q: a\nE: why\nA*: b\nA: c', ['explanationFirst:2']],
    ['a reason before any question', 'why: so\nQ: a\nA*: b\nA: c', ['explanationFirst:1']],
    ['a picture before its question', 'img: a.png\nQ: a\nA*: b\nA: c', ['pictureFirst:1']],
    ['a picture that is not there', 'Q: a\nimg: a.txt\nA*: b\nA: c', ['pictureFirst:2']],
    ['no questions', 'title: nothing', ['noQuestions:1']],
    ['nothing at all', '', ['noQuestions:1']],
    ['one answer only', '\nQ: a\nA*: b', ['noAnswers:2']],
    ['a question without words', 'Q:\nA*: b\nA: c', ['noAnswers:1']],
    ['nothing that is right', 'Q: a\nA: b\nA: c', ['noRightAnswer:1']],
    ['an empty answer', 'Q: a\nA*: b\nA:', ['emptyAnswer:1']],
    ['two answers alike', 'Q: a\nA*: b\nA: b', ['sameAnswers:1']],
    ['too many answers', ['Q: a', 'A*: yes', ...many(20, (i) => `A: no ${i}`)].join('\n'), ['manyAnswers:1']],
    ['a question too long for a chat', `Q: ${'a '.repeat(1800)}b\nA*: b\nA: c`, ['tooLong:1']],
    ['an explanation too long for its field', `Q: a\nA*: b\nA: c\nwhy: ${'d'.repeat(1501)}`, ['tooLong:1']],
    ['too many questions', many(101, (i) => `Q: ${i}\nA*: b\nA: c`).join('\n'), ['manyQuestions:301']],
    ['more than all to pass', 'pass: 101\nQ: a\nA*: b\nA: c', ['pass:1']],
    ['no number to pass', 'pass: most\nQ: a\nA*: b\nA: c', ['pass:1']],
    [
      'several faults in their order',
      'Q: a\nA: b\nA: c\npass: x\nQ: d\nA*: e',
      ['noRightAnswer:1', 'pass:4', 'noAnswers:5'],
    ],
  ])('should find %s', (_name, text, expected) => {
    expect(faults(text)).toEqual(expected)
  })
})
