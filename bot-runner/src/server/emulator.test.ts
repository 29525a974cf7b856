import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createEmulatorClient } from '../../../telegram-emulator/src/client.ts'
import { startEmulator, type RunningEmulator } from '../../../telegram-emulator/src/startEmulator.ts'
import { convergeBot } from '../fleet/setup/convergeBot.ts'
import { startFakeCms, type FakeCms } from '../testing/startFakeCms.ts'
import { startTestRunner, type TestRunner } from '../testing/startTestRunner.ts'
import { buildBot, secretOf } from '../testing/testBot.ts'
import { buildRelease, stepEffect } from '../testing/testRelease.ts'

let cms: FakeCms
let emulator: RunningEmulator
let runner: TestRunner

beforeEach(async () => {
  ;[cms, emulator] = await Promise.all([startFakeCms(), startEmulator({ port: 0 })])
  runner = await startTestRunner({ cmsUrl: cms.url, telegramUrl: emulator.url })
})
afterEach(async () => {
  await emulator.close()
  await runner.close()
  await cms.close()
})

describe('the runner with the emulator', () => {
  it('should set a bot up, show a learner a step, and answer a tap on its button', async () => {
    const client = createEmulatorClient(emulator.url)
    const { token, bot: made } = await client.createBot({ username: 'owls_bot', name: 'New bot' })
    const bot = await buildBot({ telegramBotId: made.id, username: 'owls_bot', token })
    const release = buildRelease(['Owls can turn their heads', 'They cannot move their eyes'])
    cms.bots.push(bot)
    cms.releases.set(release.id, release)
    cms.decide = ({ event }) => ({
      status: 'done',
      locale: 'en',
      effects: [stepEffect(release, event.type === 'tap' ? 1 : 0)],
    })
    await runner.core.registry.start()

    const { report } = await convergeBot(
      (await runner.core.openBot(bot)).bot.api,
      {
        bot,
        wished: {
          isServing: true,
          isPaused: false,
          isProven: true,
          isListening: true,
          isRotating: false,
          access: null,
          pictureHash: null,
          texts: { '': { name: 'Owls', description: 'All about owls', shortDescription: 'Owls' } },
          commands: { '': [{ command: 'start', description: 'Begin' }] },
        },
        applied: {},
      },
      {
        target: { url: `${runner.url}/tg/${bot.key}`, secret: await secretOf(bot) },
        loadPicture: () => Promise.resolve(null),
        setAccess: null,
        mayRearm: true,
      },
    )
    expect(report).toMatchObject({ state: 'live', identity: { username: 'owls_bot', name: 'Owls' } })

    const ada = await client.createPerson({ first_name: 'Ada', language_code: 'en' })
    await client.send('owls_bot', ada.id, '/start')
    const shown = await vi.waitFor(async () => {
      const found = (await client.messages('owls_bot', ada.id)).find((message) =>
        JSON.stringify(message.rich_message ?? '').includes('turn'),
      )
      return found ?? expect.fail('nothing was shown yet')
    }, 5000)
    const button = shown.reply_markup?.inline_keyboard.flat()[0]
    await client.tap('owls_bot', ada.id, { message_id: shown.message_id, text: button?.text ?? '' })
    await vi.waitFor(async () => {
      const messages = await client.messages('owls_bot', ada.id)
      expect(JSON.stringify(messages.at(-1)?.rich_message)).toContain('move their eyes')
    }, 5000)
    expect(cms.batches.flatMap((batch) => batch.actions).at(-1)?.event.type).toBe('tap')
  })
})
