import { join } from 'node:path'
import { PassThrough } from 'node:stream'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { categories } from '../../src/contracts/courseOptions.ts'
import { makeDemo } from '../../scripts/lib/makeDemo.ts'
import { createProgress } from '../../scripts/lib/progress.mjs'
import { projectRoot } from '../../scripts/lib/projectRoot.ts'
import type { Session } from '../../scripts/lib/runCommand.ts'
import { startGuard } from '../../scripts/lib/startGuard.mjs'
import { planImport } from '../../src/import/plan/planImport.ts'
import { openSource } from '../../src/import/source/openSource.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { shownText } from '../helpers/shownText.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { takeCourse } from '../helpers/takeCourse.ts'
import { waitFor } from '../helpers/waitFor.ts'

const languages = ['ru', 'en'] as const
type Language = (typeof languages)[number]

const finalQuiz = 15
const said = {
  ru: { failed: 'Ваш результат: 50%', passed: 'Ваш результат: 100%', end: 'Поздравляем! Вы прошли курс' },
  en: { failed: 'Your result: 50%', passed: 'Your result: 100%', end: 'You have finished the course' },
}

const planOf = async (language: Language) => {
  const source = await openSource(join(projectRoot, 'scripts', 'demo', `hangul-${language}`))
  const options = { flags: {}, include: [], skip: [], isLenient: false, languages, categories }
  return planImport(source, { ...options, nameOfDiv: () => '' })
}

describe('the demo courses', () => {
  const guard = startGuard()
  let stack: Stack
  let payload: Payload
  let creator: SignedIn
  let make: () => ReturnType<typeof makeDemo>
  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({}, { hasPlatformBot: true })
    creator = await createUser(payload)
    await stack.emulator.createBot({ username: 'hangul_en_bot', name: 'Another' })
    const session: Session = {
      ...{ progress: createProgress(new PassThrough() as never), guard, running: new Set() },
      ...{ signal: new AbortController().signal, stopRequested: new Promise(() => {}) },
      ...{ onStopped: () => {}, throwIfStopping: () => {} },
    }
    const { webUrl, emulatorUrl, env } = stack
    make = () => makeDemo({ webUrl, emulatorUrl, creator, session, env: { NODE_ENV: 'test', ...env } })
    await make()
  })
  afterAll(async () => {
    await stack?.stop()
    guard.dismiss()
  })

  /** The first name of the English one is somebody else's. */
  const botOf = (language: Language) => (language === 'en' ? 'hangul_en_2_bot' : 'hangul_ru_bot')
  const courseOf = async (language: Language) => {
    const { docs } = await payload.find({
      collection: 'courses',
      where: { importName: { equals: `hangul-${language}` } },
    })
    return docs[0]!
  }

  it('should be made once, and stay as their author has made them since', async () => {
    const { id } = await courseOf('en')
    await payload.update({ collection: 'courses', id, data: { title: 'My own Hangul' } })
    const links = await make()
    expect(links.map(({ language, link }) => [language, new URL(link).searchParams.get('bot')])).toEqual([
      ['ru', botOf('ru')],
      ['en', botOf('en')],
    ])
    const { docs } = await payload.find({ collection: 'courses', sort: 'createdAt' })
    expect(docs.map(({ title }) => title)).toEqual(['Хангыль для начинающих', 'My own Hangul'])
    expect((await payload.count({ collection: 'releases' })).totalDocs).toBe(2)

    await callWeb(stack, 'POST', `/courses/${id}/unpublish`, { token: creator.token })
    expect((await make()).map(({ language }) => language)).toEqual(['ru'])
    await payload.update({ collection: 'courses', id, data: { title: 'Hangul for beginners' } })
    await callWeb(stack, 'POST', `/courses/${id}/publish`, { token: creator.token })
  })

  /** The runner hears of what its bot is to send a moment later. */
  const render = async (language: Language, rendering: 'rich' | 'classic') => {
    const { id } = await courseOf(language)
    await callWeb(stack, 'PATCH', `/courses/${id}/bot`, { token: creator.token, body: { rendering } })
    const bot = botOf(language)
    await waitFor(`the bot to be ${rendering}`, async () => {
      const after = (await stack.emulator.calls({ bot })).at(-1)?.id ?? 0
      const chat = await learnInChat(stack, bot)
      await chat.start('🎓')
      await chat.tap(/Start/, '📖')
      const calls = await stack.emulator.calls({ bot, after })
      return calls.some(({ method }) => method === 'sendRichMessage') === (rendering === 'rich')
    })
  }

  describe.each(['rich', 'classic'] as const)('as %s messages', (rendering) => {
    it.each(languages)(
      'should be learned to the end in %s, the final quiz at the second try',
      async (language) => {
        await render(language, rendering)
        const bot = botOf(language)
        const before = (await stack.emulator.calls({ bot })).at(-1)?.id ?? 0
        const { steps, course } = await planOf(language)
        const messages = await takeCourse(stack, {
          ...{ bot, language, steps, title: course.title },
          isWrong: ({ step, question, attempt }) => step === finalQuiz && attempt === 1 && question % 2 === 1,
        })
        const calls = await stack.emulator.calls({ bot, after: before })
        expect(calls.filter(({ answer }) => answer?.ok === false)).toEqual([])

        const polls = steps.reduce((sum, { quiz }) => sum + (quiz?.questions.length ?? 0), 0)
        const again = steps[finalQuiz - 1]?.quiz?.questions.length ?? 0
        expect(messages.filter(({ poll }) => poll !== undefined)).toHaveLength(polls + again)
        const texts = messages.map(shownText)
        const places = [said[language].failed, said[language].passed, said[language].end].map((text) =>
          texts.findLastIndex((shown) => shown.includes(text)),
        )
        expect(places).not.toContain(-1)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(texts.at(-1)).toContain('15/15 (100%)')
      },
    )
  })

  it('should be led to at once when a bot rests', async () => {
    const { token } = creator
    const path = `/courses/${(await courseOf('ru')).id}/bot`
    await callWeb(stack, 'PATCH', path, { token, body: { isPaused: true } })
    const links = await make()
    expect(links.map(({ link }) => new URL(link).searchParams.get('bot'))).toEqual(languages.map(botOf))
  })
})
