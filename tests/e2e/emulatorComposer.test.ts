import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { phone } from '../helpers/browser.ts'
import { drawing, tone } from '../helpers/emulatorScene.ts'
import { bubbles, openEmulatorPage } from '../helpers/openEmulatorPage.ts'

interface Given {
  name: string
  mimeType: string
  base64: string
}

/** Drops files on the chat or pastes them, as a person does. */
const give = (page: Page, how: 'drop' | 'paste', files: Given[]) =>
  page.evaluate(
    ({ how, files }) => {
      const transfer = new DataTransfer()
      for (const { name, mimeType: type, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        transfer.items.add(new File([bytes], name, { type }))
      }
      const target = document.querySelector('.chat textarea')!
      const common = { bubbles: true, cancelable: true }
      if (how === 'paste')
        return target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, ...common }))
      target.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, ...common }))
      return target.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, ...common }))
    },
    { how, files },
  )

const attach = async (page: Page, what: string) => {
  await page.getByRole('button', { name: 'Attach' }).click()
  await page.getByRole('menuitem', { name: what }).click()
}

describe("writing in the emulator's page", () => {
  let emulator: Awaited<ReturnType<typeof openEmulatorPage>>
  let photo: Given & { buffer: Buffer }
  beforeAll(async () => {
    emulator = await openEmulatorPage()
    const buffer = await drawing('가', [300, 200])
    photo = { name: 'a.png', mimeType: 'image/png', buffer, base64: buffer.toString('base64') }
  })
  afterAll(() => emulator?.stop())

  it('should send chosen photos as an album with a caption', async () => {
    const { page, problems, bot, person, close } = await emulator.openChat({ viewport: phone })
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), attach(page, 'Photo or video')])
    await chooser.setFiles([photo, { ...photo, name: 'b.png' }])
    const dialog = page.getByRole('dialog', { name: 'Send files' })
    expect(await dialog.getByRole('img').count()).toBe(2)
    await dialog.getByLabel('Caption').fill('Two pictures')
    await dialog.getByRole('button', { name: 'Send' }).click()
    await page.locator('.album .message').nth(1).waitFor()
    const [first, second] = (await emulator.client.messages(bot, person.id)).slice(-2)
    expect(first).toMatchObject({ caption: 'Two pictures', media_group_id: second?.media_group_id })
    expect(second).not.toHaveProperty('caption')
    expect(problems).toEqual([])
    await close()
  })

  it('should send dropped files as files, pasted ones as what they are, and none if it is cancelled', async () => {
    const { page, problems, bot, person, close } = await emulator.openChat()
    const notes = { name: 'notes.txt', mimeType: 'text/plain', base64: btoa('hello') }
    await give(page, 'drop', [notes])
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await give(page, 'drop', [notes])
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
    await page.getByRole('link', { name: /notes\.txt/ }).waitFor()
    await give(page, 'paste', [photo])
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
    await bubbles(page).locator('.photo').waitFor()
    const kinds = (await emulator.client.messages(bot, person.id)).map(({ document, photo: picture }) =>
      document ? 'document' : picture ? 'photo' : 'text',
    )
    expect(kinds).toEqual(['text', 'document', 'photo'])
    expect(problems).toEqual([])
    await close()
  })

  it('should say in the dialog why a file cannot be sent', async () => {
    const { page, close } = await emulator.openChat()
    await give(page, 'drop', [{ name: 'broken.png', mimeType: 'image/png', base64: btoa('no picture') }])
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
    await page.getByRole('alert').getByText('IMAGE_PROCESS_FAILED').waitFor()
    await close()
  })

  it('should record a voice message, and send none that is cancelled', async () => {
    const { page, problems, bot, person, close } = await emulator.openChat({ viewport: phone })
    // The machine of the tests has no microphone: a tone is heard in its place.
    await page.evaluate(() => {
      const place = new AudioContext()
      const sound = new OscillatorNode(place)
      const heard = place.createMediaStreamDestination()
      sound.connect(heard)
      sound.start()
      navigator.mediaDevices.getUserMedia = () => Promise.resolve(heard.stream.clone())
    })
    const record = page.getByRole('button', { name: 'Record a voice message' })
    await record.click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await record.click()
    await page
      .getByRole('timer')
      .getByText(/[1-9]$/)
      .waitFor()
    await page.getByRole('button', { name: 'Send the voice message' }).click()
    await page.getByRole('group', { name: 'Voice message' }).waitFor()
    const sent = (await emulator.client.messages(bot, person.id)).slice(1)
    expect(sent).toHaveLength(1)
    // How long it became is the machine's business, but it is whole seconds.
    const seconds = sent[0]?.voice?.duration ?? 0
    expect([seconds > 0, Number.isInteger(seconds)]).toEqual([true, true])
    await page.getByRole('button', { name: 'Play' }).click()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    expect(problems).toEqual([])
    await close()
  })

  it('should let a sound file stand in for a missing microphone', async () => {
    const { page, bot, person, close } = await emulator.openChat()
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'))
    })
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Record a voice message' }).click(),
    ])
    await page.getByText('There is no microphone').waitFor()
    await chooser.setFiles({ name: 'tone.wav', mimeType: 'audio/wav', buffer: tone(1) })
    await emulator.client.waitForMessage(bot, person.id, ({ voice }) => voice !== undefined)
    await close()
  })

  it('should share a place and the phone number', async () => {
    const { page, bot, person, close } = await emulator.openChat()
    await attach(page, 'Location')
    await page.getByLabel('Latitude').fill('1.5')
    await page.getByLabel('Longitude').fill('2.5')
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
    await emulator.client.waitForMessage(bot, person.id, ({ location }) => location?.latitude === 1.5)
    await attach(page, 'Contact')
    await page.getByRole('dialog').getByRole('button', { name: 'Share' }).click()
    await emulator.client.waitForMessage(bot, person.id, ({ contact }) => contact?.user_id === person.id)
    await close()
  })

  it('should keep what is not sent with its chat, which closes when its bot is deleted', async () => {
    const other = await emulator.openChat({ name: 'Another' })
    await other.close()
    const { page, bot, close } = await emulator.openChat()
    const field = page.getByLabel('Message', { exact: true })
    await field.fill('Half a thought')
    await page.getByRole('button', { name: /^Another/ }).click()
    await page.locator('.chat').getByRole('heading', { name: 'Another' }).waitFor()
    await page.locator(`[data-bot=${bot}]`).click()
    await expect.poll(() => field.inputValue()).toBe('Half a thought')
    await emulator.client.deleteBot(bot)
    await page.getByText('Choose a bot to start chatting').waitFor()
    await close()
  })

  it('should press keys, put the keyboard away and bring it back', async () => {
    const { page, person, call, say, close } = await emulator.openChat({ viewport: phone, hasTouch: true })
    const keyboard = [[{ text: 'Lesson 1' }, { text: 'Lesson 2' }]]
    await say('What next?', { reply_markup: { keyboard, resize_keyboard: true } })
    const group = page.getByRole('group', { name: 'Keyboard of the bot' })
    await group.waitFor()
    const toggle = page.getByRole('button', { name: 'Keyboard of the bot' })
    await toggle.click()
    await group.waitFor({ state: 'detached' })
    await toggle.click()
    await group.getByRole('button', { name: 'Lesson 2' }).click()
    await page.locator('article.outgoing').getByText('Lesson 2').waitFor()
    await call('sendMessage', { chat_id: person.id, text: 'Done', reply_markup: { remove_keyboard: true } })
    await group.waitFor({ state: 'detached' })
    await toggle.waitFor({ state: 'hidden' })
    await close()
  })
})
