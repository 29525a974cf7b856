// Makes the pictures of the emulator's page in its docs: light and dark, 1440 and 390 pixels wide.
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

for (const [device, viewport] of Object.entries({ desktop, phone })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const emulator = await openEmulatorPage()
    const chat = await emulator.openChat({
      ...{ viewport, colorScheme, hasTouch: viewport === phone, deviceScaleFactor: 1 },
      name: 'Hangul in an evening',
    })
    const { page, problems } = chat
    await fillList(emulator, chat)
    await teach(emulator, chat)
    if (viewport === desktop) await page.getByRole('button', { name: 'Inspector' }).click()
    await page.getByText('Well done').last().waitFor()
    await page.waitForFunction(() => [...document.images].every((image) => image.complete))
    const path = join(folder, `chat-${device}-${colorScheme}.png`)
    await sharp(await page.screenshot())
      .png({ palette: true, quality: 90 })
      .toFile(path)
    if (problems.length > 0) throw new Error(problems.join('\n'))
    await emulator.stop()
  }
}
