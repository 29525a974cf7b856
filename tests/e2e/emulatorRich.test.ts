import { afterAll, beforeAll, expect, it } from 'vitest'

import { phone } from '../helpers/browser.ts'
import { drawing } from '../helpers/emulatorScene.ts'
import { bubbles, openEmulatorPage } from '../helpers/openEmulatorPage.ts'

let emulator: Awaited<ReturnType<typeof openEmulatorPage>>

beforeAll(async () => {
  emulator = await openEmulatorPage()
})
afterAll(() => emulator.stop())

const LESSON = `# Lesson one

A line with **bold**, _italic_, <u>underlined</u>, ==marked==, ||hidden||, H<sub>2</sub>O, $x^2$ and /help.

- [x] read
- [ ] try

3. three
4. four

> A quote

| Name | Value |
|:-----|------:|
| a    | **1** |

\`\`\`ts
const one = 1
\`\`\`

<details><summary>More</summary>

Inside [Top](#) and a note[^n].

</details>

<tg-map lat="41.9" long="12.5" zoom="14"/>

<tg-button-row align="center"><tg-button type="callback_data" data="ask" style="primary">Ask</tg-button></tg-button-row>

[^n]: The note.

---

<footer>The end</footer>`

it('should show every block of a rich message, and do what is tapped in it', async () => {
  const { page, person, call, updates, problems, close } = await emulator.openChat({ viewport: phone })
  await call('sendRichMessage', { chat_id: person.id, rich_message: { markdown: LESSON } })
  const bubble = bubbles(page).last()
  await bubble.getByRole('heading', { name: 'Lesson one', level: 1 }).waitFor()
  for (const [selector, text] of Object.entries({
    strong: 'bold',
    em: 'italic',
    u: 'underlined',
    mark: 'marked',
    sub: '2',
    blockquote: 'A quote',
    th: 'Name',
    'pre code': 'const one = 1',
    footer: 'The end',
    '.math': 'x^2',
  }))
    expect(await bubble.locator(selector).first().textContent()).toBe(text)
  expect(
    await bubble
      .getByRole('checkbox')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked)),
  ).toEqual([true, false])
  expect(await bubble.locator('.list-label').allTextContents()).toEqual(['3.', '4.'])
  expect(await bubble.getByText('hidden').isVisible()).toBe(true)

  const inside = bubble.getByText('Inside', { exact: false })
  expect(await inside.isVisible()).toBe(false)
  await bubble.getByText('More').click()
  expect(await inside.isVisible()).toBe(true)

  // Nothing is wider than a phone.
  expect(await bubble.evaluate((node) => node.getBoundingClientRect().right <= innerWidth)).toBe(true)

  const tapped = bubble.getByRole('button', { name: 'Ask' }).click()
  const isTap = (update: { callback_query?: { id: string; data: string } }) =>
    update.callback_query?.data === 'ask'
  await expect
    .poll(async () => (await updates<{ callback_query?: { id: string; data: string } }>()).some(isTap))
    .toBe(true)
  await tapped
  await bubble.getByRole('button', { name: '/help' }).click()
  await bubbles(page)
    .filter({ hasText: /^\/help/ })
    .waitFor()
  expect(problems).toEqual([])
  await close()
})

it('should keep pictures inside their bubbles on a phone, side by side in a collage', async () => {
  const { page, upload, problems, close } = await emulator.openChat({ viewport: phone })
  const picture: [Buffer, string] = [await drawing('나', [1000, 1000]), 'na.png']
  const parts = { na: picture }
  const photo = { type: 'photo', photo: { type: 'photo', media: 'attach://na' } }
  const blocks = [
    { type: 'paragraph', text: 'One line\nand another' },
    { type: 'collage', blocks: Array.from({ length: 5 }, () => photo) },
  ]
  await upload('sendRichMessage', parts, { rich_message: { blocks } })
  const options = ['가', '나'].map((text) => ({ text }))
  const media = { type: 'photo', media: 'attach://na' }
  await upload('sendPoll', parts, { question: 'Which is it?', options, media })
  await bubbles(page).last().getByText('Which is it?').waitFor()
  for (const bubble of await bubbles(page).all()) {
    const { right } = await bubble.evaluate((node) => node.getBoundingClientRect())
    const ends = await bubble
      .locator('img')
      .evaluateAll((images) => images.map((image) => image.getBoundingClientRect().right))
    expect(Math.max(0, ...ends)).toBeLessThanOrEqual(right)
  }
  const tops = await page
    .locator('.collage > *')
    .evaluateAll((tiles) => tiles.map((tile) => Math.round(tile.getBoundingClientRect().top)))
  expect(new Set(tops).size).toBe(2)
  const lines = await page.getByText('One line').evaluate((node) => node.getBoundingClientRect().height)
  expect(lines).toBeGreaterThan(35)
  expect(problems).toEqual([])
  await close()
})

it('should show drafts of rich messages until the message comes', async () => {
  const { page, person, call, problems, close } = await emulator.openChat()
  const draft = (blocks: object[]) =>
    call('sendRichMessageDraft', { chat_id: person.id, draft_id: 1, rich_message: { blocks } })
  await draft([{ type: 'thinking', text: 'Thinking' }])
  await page.getByText('Thinking').waitFor()
  await draft([{ type: 'heading', text: 'Half', size: 2 }])
  await page.getByRole('heading', { name: 'Half' }).waitFor()
  await call('sendRichMessage', { chat_id: person.id, rich_message: { html: '<h2>Whole</h2>' } })
  await page.getByRole('heading', { name: 'Whole' }).waitFor()
  await page.getByRole('heading', { name: 'Half' }).waitFor({ state: 'detached' })
  expect(problems).toEqual([])
  await close()
})
