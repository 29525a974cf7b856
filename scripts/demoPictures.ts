// Makes the pictures of the demo courses in docs: in the chat, and one of the admin. They are taken of what `npm start`
// has brought up, by learners who take the courses to their end.
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'

import { categories } from '../src/contracts/courseOptions.ts'
import { planImport } from '../src/import/plan/planImport.ts'
import { openSource } from '../src/import/source/openSource.ts'
import { createEmulatorClient } from '../telegram-emulator/src/client.ts'
import { openCourse } from '../tests/helpers/adminPages.ts'
import { desktop, phone, startBrowser } from '../tests/helpers/browser.ts'
import { takeCourse, type CourseView } from '../tests/helpers/takeCourse.ts'
import { callApi } from './lib/callApi.ts'
import { projectRoot } from './lib/projectRoot.ts'
import { readCredentials } from './lib/readCredentials.ts'
import { resolveDataDir } from './lib/resolveDataDir.ts'
import { readRunFile } from './lib/runFile.ts'
import { signIn } from './lib/signIn.ts'
import { texts } from './lib/texts.mjs'

const images = join(projectRoot, 'docs', 'images')
const devices = { phone, desktop }

/** Learners, and the pictures that are taken on their ways: by the view, the file. */
const series = [
  {
    language: 'ru',
    device: 'phone',
    theme: 'light',
    pictures: {
      'step-1': 'demo/picture-ru-phone-light',
      'step-4': 'demo/album-ru-phone-light',
      'asked-3-1': 'demo/asked-ru-phone-light',
      'answered-3-1': 'demo/answered-ru-phone-light',
    },
  },
  {
    language: 'en',
    device: 'phone',
    theme: 'dark',
    pictures: {
      'step-2': 'demo/table-en-phone-dark',
      'step-6': 'demo/film-en-phone-dark',
      'step-12': 'demo/hidden-en-phone-dark',
      end: 'demo/end-en-phone-dark',
    },
  },
  {
    language: 'en',
    device: 'desktop',
    theme: 'light',
    pictures: {
      'step-4': 'chat',
      'step-13': 'demo/picture-en-desktop-light',
      'answered-15-1': 'demo/answered-en-desktop-light',
    },
  },
  {
    language: 'ru',
    device: 'desktop',
    theme: 'dark',
    pictures: {
      'step-2': 'demo/table-ru-desktop-dark',
      'asked-15-2': 'demo/asked-ru-desktop-dark',
      end: 'demo/end-ru-desktop-dark',
    },
  },
] as const

type Series = (typeof series)[number]

const run = readRunFile(join(resolveDataDir(), 'run.json'))
const { web, emulator } = (run?.isRunning && run.content.urls) || {}
if (web === undefined || emulator === undefined) throw new Error(texts.notRunning)
const client = createEmulatorClient(emulator)
const browser = await startBrowser()

const save = async (page: Page, name: string) => {
  const file = join(images, `${name}.png`)
  await mkdir(dirname(file), { recursive: true })
  await sharp(await page.screenshot())
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(file)
}

/** A message from its top, below the day that hovers over the chat, or the last one to its end. */
const showMessage = async (message: Locator, isLast: boolean) => {
  await message.evaluate((node, isToEnd) => {
    node.scrollIntoView({ block: isToEnd ? 'end' : 'start' })
    if (!isToEnd) node.closest('.messages')?.scrollBy(0, -44)
  }, isLast)
  // Pictures elsewhere are loaded when they come into view.
  for (const picture of await message.locator('img').all())
    await picture.evaluate((node: HTMLImageElement) => {
      node.loading = 'eager'
      return node.decode()
    })
  for (const film of await message.locator('video').all())
    await film.evaluate((node: HTMLVideoElement) => {
      node.currentTime = node.duration * 0.7
      return new Promise((resolve) => node.addEventListener('seeked', resolve, { once: true }))
    })
}

const takePictures = async ({ language, device, theme, pictures }: Series) => {
  const bot = `hangul_${language}_bot`
  const source = await openSource(join(projectRoot, 'scripts', 'demo', `hangul-${language}`))
  const options = { flags: {}, include: [], skip: [], isLenient: false, languages: [language], categories }
  const { steps, course } = await planImport(source, { ...options, nameOfDiv: () => '' })
  const { id } = await client.createPerson({
    first_name: language === 'ru' ? 'Анна' : 'Anna',
    language_code: language,
  })
  const problems: string[] = []
  const { page, close } = await browser.open({
    ...{ baseURL: emulator, problems, language, colorScheme: theme, viewport: devices[device] },
    ...{ hasTouch: device === 'phone', deviceScaleFactor: 1 },
  })
  await page.goto(`/?bot=${bot}&person=${id}`)
  const names: Record<string, string> = pictures
  await takeCourse(
    { emulator: client },
    {
      ...{ bot, language, steps, title: course.title, personId: id },
      isWrong: ({ step, question, attempt }) => step === 3 && question === 1 && attempt === 1,
      onView: async (at: CourseView, { message_id: message }) => {
        const name = names[Object.values(at).join('-')]
        const shown = page.locator(`article.message[data-id="${message}"]`)
        await shown.waitFor()
        if (name === undefined) return
        if (at.view === 'answered') await shown.locator('.option.result').first().waitFor()
        await showMessage(shown, at.view === 'end')
        await save(page, name)
      },
    },
  )
  await close()
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

const takePictureOfAdmin = async () => {
  const account = readCredentials(join(resolveDataDir(), 'credentials.json'))?.creator
  const token = account && (await signIn(web, account))
  if (token === undefined) throw new Error(texts.demoNoLogin(account?.email ?? ''))
  const query = new URLSearchParams({ 'where[importName][equals]': 'hangul-en', depth: '0' })
  const { docs } = await callApi<{ docs: { id: string }[] }>(`${web}/api/courses?${query}`, { token })
  const problems: string[] = []
  const { page, close } = await browser.open({ baseURL: web, problems, token, colorScheme: 'light' })
  await openCourse(page, `/admin/collections/courses/${docs[0]?.id}`)
  await save(page, 'course')
  await close()
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

for (const one of series) await takePictures(one)
await takePictureOfAdmin()
await browser.close()
