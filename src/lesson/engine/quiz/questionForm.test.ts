import { describe, expect, it } from 'vitest'

import { questionForm } from './questionForm.ts'
import { questionProblems } from './questionProblems.ts'

const question = {
  kind: 'single' as const,
  text: 'Question?',
  options: [
    { text: 'Yes', isCorrect: true },
    { text: 'No', isCorrect: false },
  ],
  explanation: null as string | null,
}
const optionsOf = (...texts: string[]) => texts.map((text, place) => ({ text, isCorrect: place === 0 }))
const many = (count: number) => optionsOf(...Array.from({ length: count }, (_, place) => `${place}`))

describe('questionForm', () => {
  it.each([
    ['a question of 300 characters', { text: 'q'.repeat(300) }, null],
    ['a longer question', { text: 'q'.repeat(301) }, 'questionTooLong'],
    ['twelve options', { options: many(12) }, null],
    ['more options', { options: many(13) }, 'tooManyOptions'],
    ['an option of 100 characters', { options: optionsOf('o'.repeat(100), 'b') }, null],
    ['a longer option', { options: optionsOf('o'.repeat(101), 'b') }, 'optionTooLong'],
    ['an option of two lines', { options: optionsOf('a\nb', 'c') }, 'optionHasLines'],
    ['an explanation of 200 characters', { explanation: 'e'.repeat(200) }, null],
    ['a longer explanation', { explanation: 'e'.repeat(201) }, 'explanationTooLong'],
    ['an explanation of three lines', { explanation: 'a\nb\nc' }, null],
    ['one of four', { explanation: 'a\nb\nc\nd' }, 'explanationTooLong'],
  ])('should know how %s is sent', (_, change, reason) => {
    const expected = reason === null ? { form: 'poll' } : { form: 'buttons', reasons: [reason] }
    expect(questionForm({ ...question, ...change }, {})).toEqual(expected)
  })

  it('should be a message with buttons where a poll would tell too much, or call it wrong', () => {
    for (const name of ['showCorrectness', 'showFeedback', 'showAnswer'] as const)
      for (const when of ['afterAttempt', 'afterClose', 'never'] as const)
        expect(questionForm(question, { settings: { [name]: when } })).toEqual({
          ...{ form: 'buttons', reasons: ['shownLater'] },
        })
    const settings = { hasPartialCredit: true }
    expect(questionForm(question, { settings })).toEqual({ form: 'poll' })
    expect(questionForm({ ...question, kind: 'multiple' }, { settings })).toEqual({
      ...{ form: 'buttons', reasons: ['partialCredit'] },
    })
  })

  it.each([
    ['order', 'buttons'],
    ['match', 'buttons'],
    ['text', 'typed'],
    ['number', 'typed'],
    ['file', 'sent'],
    ['voice', 'sent'],
  ] as const)('should say how the kind %s is answered, and why', (kind, form) => {
    expect(questionForm({ kind, text: '', explanation: null }, {})).toEqual({ form, reasons: [kind] })
  })

  it('should give every reason', () => {
    const all = {
      kind: 'single' as const,
      text: 'q'.repeat(301),
      options: many(13),
      explanation: 'e'.repeat(201),
    }
    expect(questionForm(all, {})).toEqual({
      form: 'buttons',
      reasons: ['questionTooLong', 'tooManyOptions', 'explanationTooLong'],
    })
  })
})

describe('questionProblems', () => {
  const wrong = question.options.map((option) => ({ ...option, isCorrect: false }))
  const right = question.options.map((option) => ({ ...option, isCorrect: true }))
  it.each([
    ['no text', { text: ' ' }, ['questionEmpty']],
    ['no options', { options: [] }, ['tooFewOptions']],
    ['one option', { options: optionsOf('Yes') }, ['tooFewOptions']],
    ['twenty options', { options: many(20) }, []],
    ['more options', { options: many(21) }, ['tooManyOptions']],
    ['an empty option', { options: optionsOf('Yes', ' ') }, ['optionEmpty']],
    ['the same option twice', { options: optionsOf('Yes', 'Yes ') }, ['optionsAlike']],
    ['nothing right', { options: wrong }, ['nothingCorrect']],
    ['nothing right of several', { kind: 'multiple' as const, options: wrong }, ['nothingCorrect']],
    ['two right answers to one choice', { options: right }, ['severalCorrect']],
    ['several right answers', { kind: 'multiple' as const, options: right }, []],
    ['one right answer of several', { kind: 'multiple' as const }, []],
    ['more than a message holds', { text: 'q'.repeat(3600) }, ['questionTooLong']],
  ])('should say what is wrong with %s', (_, change, expected) => {
    expect(questionProblems({ ...question, ...change })).toEqual(expected)
  })
})
