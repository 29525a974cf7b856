import fc from 'fast-check'
import { expect, it } from 'vitest'

import { anyRichBlocks } from '../../../../testing/anyRichBlocks.ts'
import { richChat } from '../../../../testing/richChat.ts'

const PIECES = [
  ...'<b>|</b>|<p>|</p>|<ul>|<li>|</li>|<ol start="x">|</ol>|<table>|<tr>|<td colspan="99">|<th>|</table>|<pre>'.split(
    '|',
  ),
  ...'</pre>|<details>|<summary>|</details>|<a name="x">|<a href="#x">|</a>|<figure>|<figcaption>|<cite>|<br>'.split(
    '|',
  ),
  ...'<tg-math>|<tg-math-block>|<tg-collage>|<tg-map lat="1"/>|<tg-button type="url">|<tg-emoji>|<blockquote>'.split(
    '|',
  ),
  ...'<img src="x"/>|<img src="tg://emoji?id=1" alt="x"/>|<!--|-->|<script>|&amp;|&#0;|&x;|<|>|"|\u0000|\ud83d'.split(
    '|',
  ),
  ...[
    '**',
    '__',
    '*',
    '_',
    '~~',
    '==',
    '||',
    '`',
    '```',
    '```math\n',
    '$',
    '$$',
    '\\',
    '\n',
    '\n\n',
    '  ',
    '- ',
    '1. ',
  ],
  ...[
    '> ',
    '# ',
    '[x](',
    ')',
    '![',
    '](tg://time?unix=1)',
    '[^x]',
    '[^x]: y\n',
    '- [x] ',
    '|a|b|\n|-|-|\n',
    '---\n',
  ],
  ...['text', '@user', 'https://t.me', '日本'],
]
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''))
const junk = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  1e99,
  '',
  'x',
  [],
  {},
  [[]],
  { type: 'bold' },
  { text: 'x' },
)

/** A value with one of its parts replaced, given by numbers along the way to it. */
function spoiled(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined || typeof value !== 'object' || value === null) return by
  const keys = Object.keys(value)
  const key = keys[step % keys.length]
  if (key === undefined) return by
  const part = spoiled((value as Record<string, unknown>)[key], rest, by)
  return Array.isArray(value) ? value.with(Number(key), part) : { ...value, [key]: part }
}

it('should show any blocks as they were sent', async () => {
  const { blocks } = await richChat()
  const property = fc.asyncProperty(anyRichBlocks, async (sent) => {
    expect(await blocks(...sent)).toEqual(sent)
  })
  await fc.assert(property, { numRuns: 150 })
})

it('should find nothing to change in what it has made of HTML and Markdown', async () => {
  const { send, ok, error, bot, person } = await richChat()
  const dialects = fc.constantFrom('html', 'markdown')
  const property = fc.asyncProperty(dialects, soup, fc.boolean(), async (dialect, text, isPlain) => {
    const rich_message = { [dialect]: text, skip_entity_detection: isPlain }
    const answer = await bot.call('sendRichMessage', { chat_id: person, rich_message })
    expect(answer.status, JSON.stringify(answer)).toBe(answer.ok ? 200 : 400)
    if (!answer.ok) return
    const { message_id, rich_message: shown } = answer.result as { message_id: number; rich_message: object }
    expect(await error('editMessageText', { message_id, rich_message })).toMatch(/message is not modified/)
    await ok('deleteMessage', { message_id })
    // What was found is looked for again, and its surroundings are others then.
    if (isPlain) expect(await send({ ...shown, skip_entity_detection: true })).toEqual(shown)
  })
  await fc.assert(property, { numRuns: 300 })
})

it('should never fail, whatever stands among the blocks', async () => {
  const { bot, person } = await richChat()
  const path = fc.array(fc.nat(20), { minLength: 1, maxLength: 8 })
  const property = fc.asyncProperty(anyRichBlocks, path, junk, async (blocks, steps, by) => {
    const rich_message = { blocks: spoiled(blocks, steps, by) }
    const answer = await bot.call('sendRichMessage', { chat_id: person, rich_message })
    expect(answer.status, JSON.stringify([rich_message, answer])).toBe(answer.ok ? 200 : 400)
  })
  await fc.assert(property, { numRuns: 300 })
})
