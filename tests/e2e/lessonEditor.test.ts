import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import { fromLexical } from '../../src/lesson/content/fromLexical.ts'
import { sketch } from '../../src/import/testing/sketch.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { pngFile } from '../factories/pngFile.ts'
import { openAdmin, saveDocument } from '../helpers/adminPages.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { attachLiveBot } from '../helpers/attachLiveBot.ts'
import { phone, sidewaysOverflow, type Look } from '../helpers/browser.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { startStack } from '../helpers/startStack.ts'

const page1 = `<meta charset="utf-8"><style>p{color:red}</style><h2 style="color:red" class="x">Owls</h2>
<p onclick="alert(1)">They <b>fly</b> <a href="https://e.org/?utm_source=x">here</a> <img src="https://e.org/a.png" alt="an owl"></p>
<ul><li>day<ul><li>asleep</li></ul></li></ul><table class="y"><tr><th>when</th></tr><tr><td>night</td></tr></table>
<script>alert(1)</script><pre><code class="language-python">fly()</code></pre>`
const markdown = '# Notes\n\n1. Look **up**\n2. Listen\n\n$$\na^2\n$$\n\n::: tip\nBe *quiet*.\n:::\n'

describe('an author in the lesson editor', () => {
  const admin = adminScene(startStack)

  const openStep = async (options: Look = {}) => {
    const payload = await getTestPayload()
    const author = await createUser(payload)
    const { course, steps } = await buildCourse(payload, { author, steps: ['Owls'] })
    const { token, user } = author
    const { page } = await admin.open({ token, ...options })
    const stepId = String(steps[0]?.id)
    await openAdmin(page, `/admin/collections/steps/${stepId}`)
    const editor = page.locator('[contenteditable=true]').first()
    await editor.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    const saved = async () => {
      const { content } = await payload.findByID({ collection: 'steps', id: stepId, depth: 0 })
      return sketch(fromLexical(content ?? null))
    }
    return { page, editor, author, user, course, payload, saved }
  }
  const save = async (page: Page) => expect((await saveDocument(page, 'steps')).status()).toBe(200)
  /** Fills a field of a block, and waits until the server has heard of it. */
  const fill = async (page: Page, block: number, field: string, text: string) => {
    const isHeard = page.waitForResponse((response) => response.request().postData()?.includes(text) ?? false)
    await page.locator('.LexicalEditorTheme__block').nth(block).locator(`[name=${field}]`).first().fill(text)
    await isHeard
  }
  /** Chooses from the slash menu, in a line of its own. */
  const insert = async (page: Page, query: string, name: string) => {
    await page.keyboard.type(`/${query}`)
    await page.getByRole('option', { name, exact: true }).click()
    await page.locator('.slash-menu-popup').waitFor({ state: 'hidden' })
  }
  const toEnd = async (page: Page) => {
    await page.locator('[contenteditable=true]').first().locator('> p').last().click()
    await page.keyboard.press('Control+End')
  }
  const paste = (page: Page, content: Record<string, string>) =>
    page
      .locator('[contenteditable=true]')
      .first()
      .evaluate((element, data) => {
        const clipboardData = new DataTransfer()
        for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text)
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        element.dispatchEvent(event)
      }, content)

  it('should build a step of blocks with the slash menu, and a learner sees them', async () => {
    const { page, author, course, payload, user, saved } = await openStep()
    const picture = await payload.create({
      collection: 'media',
      data: { alt: 'An owl' },
      file: await pngFile('owl.png'),
      user,
      overrideAccess: false,
    })
    await insert(page, 'heading', 'Heading 2')
    await page.keyboard.type('At night')
    await page.keyboard.press('Enter')
    await insert(page, 'table', 'Table')
    await page.keyboard.type('Owls see')
    await toEnd(page)
    await insert(page, 'code', 'Code')
    await fill(page, 0, 'language', 'python')
    await fill(page, 0, 'code', 'fly()')
    await toEnd(page)
    await insert(page, 'pict', 'Picture')
    const image = page.locator('.LexicalEditorTheme__block').nth(1)
    const choose = image.getByRole('button', { name: /Choose from existing/ })
    await choose.click()
    await page.locator('.list-drawer').getByText('owl.png').click()
    await choose.waitFor({ state: 'hidden' })
    await fill(page, 1, 'caption', 'An owl by night')
    await toEnd(page)
    await insert(page, 'details', 'Details to unfold')
    await fill(page, 2, 'summary', 'And by day?')
    await page.locator('.LexicalEditorTheme__block').nth(2).locator('[contenteditable=true]').click()
    const isHeard = page.waitForResponse((one) => one.request().postData()?.includes('They sleep') ?? false)
    await page.keyboard.insertText('They sleep')
    await isHeard
    await save(page)
    expect(await saved()).toEqual([
      '## At night',
      '|(!)Owls see|(!)|(!)|',
      '||||',
      '||||',
      'code(python) fly()',
      `image ${picture.id} "" "An owl by night"`,
      'details And by day?',
      '  They sleep',
    ])

    await openAdmin(page, `/admin/collections/courses/${course.id}`)
    const publishing = page.getByRole('region', { name: 'Publishing' })
    await publishing.getByRole('button', { name: 'Publish' }).click()
    await publishing.getByText('Learners see release 1').waitFor()
    await attachLiveBot(admin.stack, {
      author,
      courseId: course.id,
      username: 'owl_editor_bot',
      name: 'Owls',
    })
    const learner = await learnInChat(admin.stack, 'owl_editor_bot')
    await learner.start('A course for tests')
    const shown = await learner.tap(/Start/, 'At night')
    for (const words of ['Owls see', 'fly()', 'An owl by night', 'And by day?', 'They sleep'])
      expect(shown).toContain(words)
  })

  it('should paste from a web page what a chat can show, and take it back with one key', async () => {
    const { page, editor, saved } = await openStep()
    await page.keyboard.type('Before')
    await paste(page, { 'text/html': page1, 'text/plain': 'Owls' })
    await page.getByText('1 picture of other sites left out').waitFor()
    await page.locator('[name=code]').waitFor()
    await page.keyboard.press('Control+z')
    await editor.locator('h2').waitFor({ state: 'detached' })
    expect((await editor.innerText()).trim()).toBe('Before')
    await page.keyboard.press('Control+Shift+z')
    await page.locator('[name=code]').waitFor()
    await save(page)
    expect(await saved()).toEqual([
      'Before',
      '## Owls',
      'They *fly* [here](https://e.org/) an owl',
      '- day',
      '  - asleep',
      '|(!)when|',
      '|night|',
      'code(python) fly()',
    ])
  })

  it('should paste Markdown as blocks, plain text as it is, on a phone and in Russian too', async () => {
    const { page, editor, saved } = await openStep({ language: 'ru', viewport: phone })
    await page.keyboard.type('/табл')
    await page.locator('.slash-menu-popup').getByText('Таблица').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+a')
    await paste(page, { 'text/plain': markdown })
    await editor.locator('h1', { hasText: 'Notes' }).waitFor()
    await page.locator('[name=latex]').waitFor()
    await toEnd(page)
    await paste(page, { 'text/plain': 'It costs $5 - or 6 * 2.' })
    await editor.getByText('It costs $5').waitFor()
    expect(await sidewaysOverflow(page)).toEqual([])
    await save(page)
    expect(await saved()).toEqual([
      '# Notes',
      '1. Look *up*',
      '2. Listen',
      'math a^2',
      'callout(tip) ',
      '  Be /quiet/.',
      'It costs $5 - or 6 * 2.',
    ])
  })
})
