import type { Draw } from '../draw.ts'
import type { PlannedAnswer, PlannedQuestion, QuestionBlock } from './types.ts'

const words = ['amber', 'basil', 'cedar', 'delta', 'ember', 'fjord', 'grove', 'hazel'] as const

/** `single` is one that Telegram's poll takes, `explained` has too much to say for that. */
export const plannedKinds = [
  ...(['single', 'explained', 'multiple', 'exact', 'loose', 'contains', 'pattern'] as const),
  ...(['number', 'order', 'match', 'file', 'voice'] as const),
]
export type PlannedKind = (typeof plannedKinds)[number]

const long = 'It is so because the step before has said so, and has shown it once. '.repeat(4)

const chosen = (
  text: string,
  draw: Draw,
  count: number,
  more: object = {},
): [QuestionBlock, PlannedAnswer] => {
  const options = draw.shuffle(words, 'options').slice(0, 4)
  const right = options.slice(0, count)
  const wrong = options.slice(count)
  return [
    {
      blockType: count === 1 ? 'single' : 'multiple',
      text,
      options: draw
        .shuffle(options, 'places')
        .map((option) => ({ text: option, isCorrect: right.includes(option) })),
      ...more,
    },
    { kind: 'choice', right, wrong },
  ]
}

const typed = (
  text: string,
  match: 'exact' | 'caseInsensitive' | 'contains' | 'regex',
  [answer, right]: [answer: string, right: string[]],
): [QuestionBlock, PlannedAnswer] => [
  { blockType: 'text', text, match, answers: [{ text: answer }] },
  { kind: 'typed', right, wrong: ['nothing of the kind', 'no idea'] },
]

const build = (kind: PlannedKind, text: string, draw: Draw): [QuestionBlock, PlannedAnswer] => {
  switch (kind) {
    case 'single':
      return chosen(text, draw, 1)
    case 'explained':
      return chosen(text, draw, 1, { explanation: long })
    case 'multiple':
      return chosen(text, draw, 2)
    case 'exact':
      return typed(text, 'exact', ['Seoul', ['Seoul', ' Seoul  ']])
    case 'loose':
      return typed(text, 'caseInsensitive', ['Han River', ['han river', 'HAN   RIVER']])
    case 'contains':
      return typed(text, 'contains', ['hangul', ['I think it is Hangul', 'hangul']])
    case 'pattern':
      return typed(text, 'regex', ['(?i)kimch?i', ['Kimchi', 'kimci']])
    case 'number':
      return [
        { blockType: 'number', text, value: 42.5, tolerance: 0.5 },
        { kind: 'typed', right: ['42,5', '42.9', '42'], wrong: ['41.9', '43,1'] },
      ]
    case 'order': {
      const items = draw.shuffle(words, 'items').slice(0, 4)
      return [
        { blockType: 'order', text, items: items.map((item) => ({ text: item })) },
        { kind: 'order', items },
      ]
    }
    case 'match': {
      const [lefts, rights] = [words.slice(0, 3), draw.shuffle(words.slice(3), 'rights').slice(0, 3)]
      const pairs = Object.fromEntries(lefts.map((left, place) => [left, rights[place] ?? '']))
      return [
        {
          blockType: 'match',
          text,
          pairs: Object.entries(pairs).map(([left, right]) => ({ left, right })),
        },
        { kind: 'match', pairs },
      ]
    }
    case 'file':
      return [
        { blockType: 'file', text, accepts: ['photo', 'document'], maxMegabytes: 1 },
        { kind: 'sent', as: draw.isSo(0.5, 'form') ? 'photo' : 'document' },
      ]
    case 'voice':
      return [
        { blockType: 'voice', text, maxSeconds: 60 },
        { kind: 'sent', as: 'voice' },
      ]
  }
}

/** @param token stands in the question's words, so that it is known wherever it is asked */
export const planQuestion = (token: string, kind: PlannedKind, draw: Draw, marks = 1): PlannedQuestion => {
  const [block, answer] = build(kind, `Which is it? (${token})`, draw.about(token))
  return { token, block: { ...block, marks }, answer }
}
