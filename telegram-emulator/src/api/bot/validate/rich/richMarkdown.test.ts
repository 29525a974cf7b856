import { expect, it } from 'vitest'

import { richChat } from '../../../../testing/richChat.ts'

const paragraph = (text: unknown) => ({ type: 'paragraph', text })
const line = (text: unknown) => [paragraph(text)]
const bold = (text: unknown) => ({ type: 'bold', text })
const math = (expression: string) => ({ type: 'mathematical_expression', expression })
const item = (text: unknown, more: object = {}) => ({ label: '•', blocks: line(text), ...more })

/** Markdown and what a message shows of it. */
const CASES: Record<string, [markdown: string, blocks: unknown[]]> = {
  'lines of a paragraph': ['one\ntwo\n\nthree', [paragraph('one two'), paragraph('three')]],
  'hard breaks': ['one  \ntwo\\\nthree', line('one\ntwo\nthree')],
  styles: [
    '**a** __b__ *c* _d_ ~~e~~ `f` ==g== ||h||',
    line([
      bold('a'),
      ' ',
      bold('b'),
      ' ',
      { type: 'italic', text: 'c' },
      ' ',
      { type: 'italic', text: 'd' },
      ' ',
      { type: 'strikethrough', text: 'e' },
      ' ',
      { type: 'code', text: 'f' },
      ' ',
      { type: 'marked', text: 'g' },
      ' ',
      { type: 'spoiler', text: 'h' },
    ]),
  ],
  'underscores in words': ['EXA_API_KEY mcp__brain__auth', line(['EXA_API_KEY mcp', bold('brain'), 'auth'])],
  'marks in words': [
    'a**b**c a~~b~~c a==b==c a||b||c',
    line([
      'a',
      bold('b'),
      'c a',
      { type: 'strikethrough', text: 'b' },
      'c a',
      { type: 'marked', text: 'b' },
      'c a',
      { type: 'spoiler', text: 'b' },
      'c',
    ]),
  ],
  'marks that are none': ['|| a|| ||a || == a== ~a~ ^a^ $a $', line('|| a|| ||a || == a== ~a~ ^a^ $a $')],
  'marks across lines': ['||a\nb|| ==a\nb==', line('||a b|| ==a b==')],
  'marks in marks': [
    '||a **b ==c==**||',
    line({ type: 'spoiler', text: ['a ', bold(['b ', { type: 'marked', text: 'c' }])] }),
  ],
  'marks that cross': ['**a ||b** c||', line(['**a ', { type: 'spoiler', text: 'b** c' }])],
  'a row of equal signs': ['a =====', line(['a ', { type: 'marked', text: '=' }])],
  escapes: ['\\*a\\* \\_b\\_ \\[c\\] \\|\\|d\\|\\| \\$e\\$', line('*a* _b_ [c] ||d|| $e$')],
  'escaped angle brackets': ['\\<u\\>', line('\\<u\\>')],
  formulas: [
    'the $x^2$ costs $5 to $10, $$y$$',
    line(['the ', math('x^2'), ' costs $5 to $10, ', math('y')]),
  ],
  'formulas with marks': ['$a_1 * b_2 * c$ $\\{x\\}$', line([math('a_1 * b_2 * c'), ' ', math('\\{x\\}')])],
  'blocks of formulas': [
    '$$\na\n  < b\n$$\n\n$$c$$\n\n```math\nd\n```',
    [math('a\n< b'), math('c'), math('d')],
  ],
  code: [
    '```ts\nconst a = "<b>" // **c**\n```\n\n    indented',
    [
      { type: 'pre', text: 'const a = "<b>" // **c**', language: 'ts' },
      { type: 'pre', text: 'indented' },
    ],
  ],
  'code without an end': ['```\none', [{ type: 'pre', text: 'one' }]],
  headings: [
    '# a **b**\n###### c\n####### d\n\n## ',
    [
      { type: 'heading', text: ['a ', bold('b')], size: 1 },
      { type: 'heading', text: 'c', size: 6 },
      paragraph('####### d'),
    ],
  ],
  lists: [
    '- a\n- b\n  1. c\n\n3. d\n4. e',
    [
      {
        type: 'list',
        items: [
          item('a'),
          {
            label: '•',
            blocks: [
              paragraph('b'),
              { type: 'list', items: [{ label: '1.', blocks: line('c'), value: 1, type: '1' }] },
            ],
          },
        ],
      },
      {
        type: 'list',
        items: [
          { label: '3.', blocks: line('d'), value: 3, type: '1' },
          { label: '4.', blocks: line('e'), value: 4, type: '1' },
        ],
      },
    ],
  ],
  tasks: [
    '- [ ] a\n- [x] **b**\n- [y] c\n- [ ]d',
    [
      {
        type: 'list',
        items: [
          item('a', { has_checkbox: true }),
          item(bold('b'), { has_checkbox: true, is_checked: true }),
          item('[y] c'),
          item('[ ]d'),
        ],
      },
    ],
  ],
  quotes: [
    '> a\n> - b',
    [{ type: 'blockquote', blocks: [paragraph('a'), { type: 'list', items: [item('b')] }] }],
  ],
  tables: [
    '| a | **b** |\n|:-:|--:|\n| `c` | |',
    [
      {
        type: 'table',
        cells: [
          [
            { text: 'a', is_header: true, align: 'center', valign: 'top' },
            { text: bold('b'), is_header: true, align: 'right', valign: 'top' },
          ],
          [
            { text: { type: 'code', text: 'c' }, align: 'center', valign: 'top' },
            { align: 'right', valign: 'top' },
          ],
        ],
      },
    ],
  ],
  links: [
    '[a *b*](https://t.me/x_y "title") <https://t.me> [c](javascript:alert) [d](mailto:a@t.me)',
    line([
      { type: 'url', text: ['a ', { type: 'italic', text: 'b' }], url: 'https://t.me/x_y' },
      ' ',
      { type: 'url', text: 'https://t.me', url: 'https://t.me' },
      ' c ',
      { type: 'email_address', text: 'd', email_address: 'a@t.me' },
    ]),
  ],
  'emoji and dates': [
    '![👍](tg://emoji?id=5) ![now](tg://time?unix=1&format=r)',
    line([
      { type: 'custom_emoji', custom_emoji_id: '5', alternative_text: '👍' },
      ' ',
      { type: 'date_time', text: 'now', unix_time: 1, date_time_format: 'r' },
    ]),
  ],
  footnotes: [
    'a[^x] b[^y][^x] c[^z]\n\n[^x]: one *two*\n[^y]: three',
    [
      paragraph([
        'a',
        { type: 'reference_link', text: '1', reference_name: 'x' },
        ' b',
        { type: 'reference_link', text: '2', reference_name: 'y' },
        { type: 'reference_link', text: '1', reference_name: 'x' },
        ' c[^z]',
      ]),
      paragraph({ type: 'reference', text: ['one ', { type: 'italic', text: 'two' }], name: 'x' }),
      paragraph({ type: 'reference', text: 'three', name: 'y' }),
    ],
  ],
  'HTML in lines': [
    'a <u>b **c**</u> <tg-math>x_1 * y_2 * z</tg-math>',
    line(['a ', { type: 'underline', text: ['b ', bold('c')] }, ' ', math('x_1 * y_2 * z')]),
  ],
  'HTML in blocks': [
    '<details open><summary>a **b**</summary>\n\n## c\n\n</details>\n\n<pre>\n**d**\n</pre>\n\n<aside>*e*<cite>f</cite></aside>',
    [
      {
        type: 'details',
        summary: ['a ', bold('b')],
        blocks: [{ type: 'heading', text: 'c', size: 2 }],
        is_open: true,
      },
      { type: 'pre', text: '**d**\n' },
      { type: 'pullquote', text: { type: 'italic', text: 'e' }, credit: 'f' },
    ],
  ],
  'scripts in lines': ['a <script>b</script> c', line('a c')],
  'a divider': ['a\n\n---', [paragraph('a'), { type: 'divider' }]],
  references: ['&lt;b&gt; &amp; &copy;', line('<b> & ©')],
}

it.each(Object.keys(CASES))('should read Markdown: %s', async (name) => {
  const { send } = await richChat()
  const [markdown, blocks] = CASES[name] ?? expect.fail(name)
  expect(await send({ markdown, skip_entity_detection: true })).toEqual({ blocks })
})

it('should come to an end with marks that have none', async () => {
  const { refused } = await richChat()
  for (const mark of ['||a ', '==a ', '$a ', '**a ', '[a ', '`a ', '![', '[^a', '<i>'])
    expect(await refused({ markdown: mark.repeat(20_000) })).toMatch(/(?:TEXT_TOO_LONG|DEPTH_INVALID)$/)
})
