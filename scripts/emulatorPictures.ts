// Makes the pictures of the emulator's page in its docs: light and dark, 1440 and 390 pixels wide.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import sharp from 'sharp'

import { desktop, phone } from '../tests/helpers/browser.ts'
import { drawing, quiz } from '../tests/helpers/emulatorScene.ts'
import { openEmulatorPage } from '../tests/helpers/openEmulatorPage.ts'
import { projectRoot } from './lib/projectRoot.ts'

const folder = join(projectRoot, 'telegram-emulator', 'docs', 'images')

type Emulator = Awaited<ReturnType<typeof openEmulatorPage>>
type Chat = Awaited<ReturnType<Emulator['openChat']>>

const OTHERS = [
  ['gongbu_platform_bot', 'Gongbu', 'Choose a course, or make one'],
  ['python_course_bot', 'Python from zero', 'Your answer is right. 12 of 20 done'],
  ['world_history_bot', 'World history', 'New lesson: The Silk Road'],
] as const

const key = (text: string, style?: string) => ({ text, callback_data: text, ...(style && { style }) })
const below = (...inline_keyboard: object[][]) => ({ reply_markup: { inline_keyboard } })

/** Other bots have written too. */
async function fillList({ client }: Emulator, { person, url }: Chat): Promise<void> {
  for (const [username, name, text] of OTHERS) {
    const { token } = await client.createBot({ username, name })
    await client.send(username, person.id, '/start')
    await fetch(`${url}/bot${token}/sendMessage?${new URLSearchParams({ chat_id: String(person.id), text })}`)
  }
}

async function teach({ client }: Emulator, { person, bot, call, say, upload }: Chat): Promise<void> {
  const chat_id = person.id
  await call('setMyCommands', { commands: [{ command: 'contents', description: 'All lessons' }] })
  const { message_id } = await say('<b>Lesson 3: ㄴ and ㅏ</b>\n\nToday you will read your first syllable.', {
    parse_mode: 'HTML',
    ...below([key('Start the lesson', 'primary')], [key('Contents'), key('My progress')]),
  })
  await call('pinChatMessage', { chat_id, message_id })
  const caption = '<b>나</b> means “I”.\nThe mountain in the picture is <tg-spoiler>산</tg-spoiler>.'
  const photo: [Buffer, string] = [await drawing('나'), 'na.png']
  await upload('sendPhoto', { photo }, { caption, parse_mode: 'HTML' })
  const poll = await call<{ message_id: number }>('sendPoll', { chat_id, ...quiz })
  await client.vote(bot, chat_id, poll.message_id, [1])
  await client.send(bot, chat_id, 'That was easy!')
  await say(
    'Well done 🎉 3 of 12 lessons are behind you.',
    below([key('Next lesson', 'success'), key('Repeat')]),
  )
}

/** A page that asks for its button, as the lesson of a course does. */
const MINI_APP = `<!doctype html><meta name="viewport" content="width=device-width"><title>My progress</title>
<style>body { font: 17px/1.5 system-ui, sans-serif; margin: 24px; background: #fff; color: #222 } progress { width: 100% }
@media (prefers-color-scheme: dark) { body { background: #17212b; color: #f5f5f5 } }</style>
<h1>My progress</h1><p>Hangul in an evening</p><progress value="3" max="12"></progress><p>3 of 12 lessons are done.</p>
<script>const tell = (eventType, eventData) => parent.postMessage(JSON.stringify({ eventType, eventData }), '*')
tell('web_app_ready')
tell('web_app_setup_main_button', { is_visible: true, is_active: true, text: 'Next lesson' })</script>`

/** What the page shows beside the chat itself, by the name of its picture. */
const VIEWS = {
  chat: async (_emulator: Emulator, { page }: Chat, isDesktop: boolean) => {
    if (isDesktop) await page.getByRole('button', { name: 'Inspector' }).click()
  },
  list: async (_emulator: Emulator, { page }: Chat) => {
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await page.getByText('The Silk Road').waitFor()
  },
  composer: async (_emulator: Emulator, { page }: Chat) => {
    await page.getByRole('button', { name: 'Attach' }).click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: 'Photo or video' }).click(),
    ])
    const files = await Promise.all(['가', '나', '다'].map((name) => drawing(name, [600, 360])))
    await chooser.setFiles(
      files.map((buffer, i) => ({ name: `letter ${i + 1}.png`, mimeType: 'image/png', buffer })),
    )
    await page.getByRole('dialog').getByLabel('Caption').fill('My first letters')
  },
  inspector: async ({ client }: Emulator, { page }: Chat) => {
    await client.advanceClock(7 * 86_400_000)
    await client.addFault({ method: 'sendMessage', error_code: 429, retry_after: 3, times: 2 })
    await client.addFault({ target: 'delivery', kind: 'message', duplicate: true, times: 1 })
    await page.getByRole('button', { name: 'Inspector' }).click()
    await page.getByText(/duplicate: true/).waitFor()
  },
  'mini-app': async (_emulator: Emulator, { bot, person, page }: Chat) => {
    const { port } = apps.address() as AddressInfo
    const opened = { bot, person: person.id, url: `http://127.0.0.1:${port}/`, title: 'My progress' }
    await page.evaluate(
      `import('/miniApp/openMiniApp.js').then(({ openMiniApp }) => openMiniApp(${JSON.stringify({ ...opened, kind: 'inline' })}))`,
    )
    await page.getByRole('button', { name: 'Next lesson' }).last().waitFor()
    await page.locator('.mini-app-loading').waitFor({ state: 'hidden' })
  },
}

/** Which views are worth a picture at which width: on a desktop the list and the inspector are beside the chat. */
const PICTURES = {
  desktop: ['chat'],
  phone: ['chat', 'list', 'composer', 'inspector', 'mini-app'],
} as const

const apps = createServer((_request, response) =>
  response.setHeader('content-type', 'text/html').end(MINI_APP),
).listen(0, '127.0.0.1')

async function takePicture(
  device: keyof typeof PICTURES,
  colorScheme: 'light' | 'dark',
  view: keyof typeof VIEWS,
) {
  const viewport = { desktop, phone }[device]
  const emulator = await openEmulatorPage()
  const chat = await emulator.openChat({
    ...{ viewport, colorScheme, hasTouch: device === 'phone', deviceScaleFactor: 1 },
    name: 'Hangul in an evening',
  })
  const { page, problems } = chat
  await fillList(emulator, chat)
  await teach(emulator, chat)
  await page.getByText('Well done').last().waitFor()
  await VIEWS[view](emulator, chat, device === 'desktop')
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  await sharp(await page.screenshot())
    .png({ palette: true, quality: 90 })
    .toFile(join(folder, `${view}-${device}-${colorScheme}.png`))
  if (problems.length > 0) throw new Error(problems.join('\n'))
  await emulator.stop()
}

for (const device of ['desktop', 'phone'] as const)
  for (const view of PICTURES[device])
    for (const colorScheme of ['light', 'dark'] as const) await takePicture(device, colorScheme, view)
apps.close()
