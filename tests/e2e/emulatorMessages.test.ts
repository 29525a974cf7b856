import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { phone } from '../helpers/browser.ts'
import { drawing, quiz, tone } from '../helpers/emulatorScene.ts'
import { openEmulatorPage } from '../helpers/openEmulatorPage.ts'

describe("messages in the emulator's page", () => {
  let emulator: Awaited<ReturnType<typeof openEmulatorPage>>
  beforeAll(async () => {
    emulator = await openEmulatorPage()
  })
  afterAll(() => emulator?.stop())

  it('should show styles, uncover what is hidden, unfold quotes, copy code and send commands', async () => {
    const { page, problems, bot, person, say, close } = await emulator.openChat({
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await say(
      '<b>bold <i>both</i></b> <tg-spoiler>secret</tg-spoiler> /help example.com\n' +
        `<blockquote expandable>${'A long quote. '.repeat(30)}</blockquote>\n` +
        '<pre><code class="language-python">print(1)</code></pre>',
      { parse_mode: 'HTML' },
    )
    const message = page.locator('article.incoming')
    expect(await message.locator('strong em').textContent()).toBe('both')
    expect(await message.getByRole('link', { name: 'example.com' }).getAttribute('href')).toBe(
      'http://example.com',
    )
    await message.getByRole('button', { name: 'Show hidden text' }).click()
    await message.getByRole('button', { name: 'secret' }).waitFor()
    await message.getByRole('button', { name: 'Show more' }).click()
    expect(await message.getByRole('button', { name: 'Show less' }).getAttribute('aria-expanded')).toBe(
      'true',
    )
    await message.getByRole('button', { name: 'Copy' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('print(1)')
    await message.getByRole('button', { name: '/help' }).click()
    await emulator.client.waitForMessage(bot, person.id, ({ text }) => text === '/help')
    expect(problems).toEqual([])
    await close()
  })

  it('should show photos at once in their place, and large when they are pressed', async () => {
    const { page, problems, upload, close } = await emulator.openChat({ viewport: phone })
    await upload('sendPhoto', { photo: [await drawing('산'), 'a.png'] }, { caption: 'A mountain' })
    await upload('sendPhoto', { photo: [await drawing('물'), 'b.png'] }, { has_spoiler: true })
    await page.getByRole('button', { name: 'Open photo' }).first().click()
    await page.locator('dialog.viewer').getByText('A mountain').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog.viewer').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Show hidden media' }).click()
    await page.locator('.covered').waitFor({ state: 'detached' })
    expect(problems).toEqual([])
    await close()
  })

  it('should lay an album out as a grid', async () => {
    const { page, problems, upload, close } = await emulator.openChat()
    const picture = await drawing('가')
    const names = ['a', 'b', 'c', 'd', 'e']
    await upload(
      'sendMediaGroup',
      Object.fromEntries(names.map((name) => [name, [picture, `${name}.png`]])),
      { media: names.map((name) => ({ type: 'photo', media: `attach://${name}` })) },
    )
    const places = page.locator('.album article')
    // The messages come one after the other, and each changes where the others are.
    await expect.poll(() => places.count()).toBe(names.length)
    const boxes = await places.evaluateAll((articles) =>
      articles.map((article) => article.getBoundingClientRect()),
    )
    const rows = Map.groupBy(boxes, ({ y }) => Math.round(y))
    expect([...rows.values()].map((row) => row.length)).toEqual([2, 3])
    for (const row of rows.values())
      expect(row.map(({ x }) => x)).toEqual(row.map(({ x }) => x).toSorted((a, b) => a - b))
    expect(problems).toEqual([])
    await close()
  })

  it('should go on playing when the message is edited, and stop when it is deleted', async () => {
    const { page, problems, person, call, upload, close } = await emulator.openChat()
    const { message_id } = await upload('sendAudio', { audio: [tone(30), 'tone.wav'] }, { title: 'A tone' })
    await page.getByText('A tone').waitFor()
    await page.getByRole('button', { name: 'Play' }).click()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    const position = () => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime)
    await expect.poll(position).toBeGreaterThan(0)
    const reply_markup = { inline_keyboard: [[{ text: 'Next', callback_data: 'n' }]] }
    await call('editMessageReplyMarkup', { chat_id: person.id, message_id, reply_markup })
    await page.getByRole('button', { name: 'Next' }).waitFor()
    const before = await position()
    await expect.poll(position).toBeGreaterThan(before)
    await page.getByRole('slider', { name: 'Position' }).press('End')
    await page.getByRole('button', { name: 'Play' }).waitFor()
    const audio = await page.locator('audio').elementHandle()
    await page.getByRole('button', { name: 'Play' }).click()
    await call('deleteMessage', { chat_id: person.id, message_id })
    await expect.poll(() => audio?.evaluate((node) => (node as HTMLAudioElement).paused)).toBe(true)
    expect(problems).toEqual([])
    await close()
  })

  it('should offer files for saving, also those that the browser cannot show', async () => {
    const { page, problems, upload, close } = await emulator.openChat()
    await upload('sendDocument', { document: [Buffer.from('hello'), 'notes.txt'] })
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /notes\.txt/ }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('notes.txt')
    await upload('sendVideo', { video: [Buffer.from('\0\0\0 ftypisom'.padEnd(64, '\0')), 'film.mp4'] })
    await page.getByText('The browser cannot show it').waitFor()
    expect(problems).toEqual([])
    await close()
  })

  it('should protect what may not be copied', async () => {
    const { page, say, upload, close } = await emulator.openChat()
    await say('Not to be copied', { protect_content: true })
    await upload('sendDocument', { document: [Buffer.from('x'), 'exam.txt'] }, { protect_content: true })
    await page.getByText('exam.txt').waitFor()
    expect(await page.locator('a[download]').count()).toBe(0)
    await page.getByText('Not to be copied').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Reply' }).waitFor()
    expect(await page.getByRole('menuitem', { name: 'Copy' }).count()).toBe(0)
    await close()
  })

  it('should show places, contacts and dice', async () => {
    const { page, problems, person, call, close } = await emulator.openChat()
    const chat_id = person.id
    const at = { latitude: 37.5759, longitude: 126.9768 }
    await call('sendLocation', { chat_id, ...at })
    await call('sendVenue', { chat_id, ...at, title: 'The statue', address: 'Sejong-daero' })
    await call('sendContact', { chat_id, phone_number: '+82 10', first_name: 'Kim', last_name: 'Min' })
    await call('sendDice', { chat_id, emoji: '🎯' })
    await page.getByRole('link', { name: /37\.57590, 126\.97680/ }).waitFor()
    await page.getByRole('link', { name: /The statue.*Sejong-daero/ }).waitFor()
    await page.getByText('Kim Min').waitFor()
    await page.getByRole('img', { name: /^🎯 [1-6]$/ }).waitFor()
    expect(problems).toEqual([])
    await close()
  })

  it('should take the answer to a quiz, say what was right, and explain it', async () => {
    const { page, problems, person, call, updates, close } = await emulator.openChat()
    await updates()
    await call('sendPoll', { chat_id: person.id, ...quiz })
    await page.getByRole('button', { name: '가', exact: true }).click()
    await page.locator('.option', { hasText: '가' }).getByText('chosen, wrong').waitFor()
    await page.locator('.option', { hasText: '나' }).getByText('right', { exact: true }).waitFor()
    const explanation = page.getByText(quiz.explanation)
    await explanation.waitFor()
    await page.getByRole('button', { name: 'Explanation' }).click()
    await explanation.waitFor({ state: 'hidden' })
    expect(await call('getUpdates')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ poll_answer: expect.objectContaining({ option_ids: [0] }) }),
      ]),
    )
    expect(problems).toEqual([])
    await close()
  })

  it('should take several answers and let them be taken back', async () => {
    const { page, person, call, close } = await emulator.openChat({ viewport: phone, hasTouch: true })
    const options = ['ㄱ', 'ㄴ', 'ㅏ'].map((text) => ({ text }))
    const more = { question: 'Which do you know?', options, allows_multiple_answers: true }
    await call('sendPoll', { chat_id: person.id, ...more })
    const vote = page.getByRole('button', { name: 'Vote', exact: true })
    expect(await vote.isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: 'ㅏ' }).check()
    await page.getByRole('checkbox', { name: 'ㄱ' }).check()
    await vote.click()
    await page.getByText('1 vote', { exact: true }).waitFor()
    expect(await page.locator('.option.chosen').count()).toBe(2)
    await page.getByRole('button', { name: 'Retract vote' }).click()
    await page.getByText('No votes yet').waitFor()
    await page.getByRole('checkbox', { name: 'ㄴ' }).waitFor()
    await close()
  })

  it('should count down to the end of a poll and close it by the clock', async () => {
    const { page, person, call, close } = await emulator.openChat()
    await call('sendPoll', { chat_id: person.id, ...quiz, open_period: 300 })
    await page
      .getByRole('timer', { name: 'Time left' })
      .getByText(/^(4:\d\d|5:00)$/)
      .waitFor()
    await emulator.client.advanceClock(240_000)
    await page
      .getByRole('timer', { name: 'Time left' })
      .getByText(/^(0:\d\d|1:00)$/)
      .waitFor()
    await emulator.client.advanceClock(61_000)
    await page.getByText('Final results').waitFor()
    await close()
  })

  it('should show rich messages with their tables, lists, details and code', async () => {
    const { page, problems, person, call, close } = await emulator.openChat({ viewport: phone })
    const html =
      '<h2>Syllables</h2><p>A <b>bold</b> <mark>word</mark></p><table><tr><th>letter</th></tr><tr><td>ㄱ</td></tr></table>' +
      '<ul><li>one</li></ul><details><summary>More</summary><p>Folded</p></details><pre><code>x = 1</code></pre>'
    await call('sendRichMessage', { chat_id: person.id, rich_message: { html } })
    await page.getByRole('heading', { name: 'Syllables' }).waitFor()
    await page.getByRole('cell', { name: 'ㄱ' }).waitFor()
    await page.getByText('Folded').waitFor({ state: 'hidden' })
    await page.getByText('More', { exact: true }).click()
    await page.getByText('Folded').waitFor()
    expect(problems).toEqual([])
    await close()
  })
})
