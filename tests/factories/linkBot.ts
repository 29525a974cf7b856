import type { Fault } from '../../telegram-emulator/src/client.ts'
import { callWeb } from '../helpers/callWeb.ts'
import type { Stack } from '../helpers/startStack.ts'
import { proveOwnership } from '../helpers/proveOwnership.ts'
import { waitFor } from '../helpers/waitFor.ts'
import type { SignedIn } from './createUser.ts'

export type BotPanel = {
  state: string
  username: string | null
  problem: { code: string; message: string; nextTryAt: string | null } | null
}

/** What the author sees of the course's bot. */
export const readBot = async (stack: Stack, author: SignedIn, courseId: string): Promise<BotPanel> =>
  (await callWeb<BotPanel>(stack, 'GET', `/courses/${courseId}/bot`, { token: author.token })).body

export const waitForBot = (stack: Stack, author: SignedIn, courseId: string, state: string) =>
  waitFor(`the bot to be ${state}`, async () => {
    const panel = await readBot(stack, author, courseId)
    return panel.state === state && panel
  })

/** Gives the course a new bot of the emulator by pasting its token. @param options.fault waits for the bot's calls */
export const linkBot = async (
  stack: Stack,
  options: { author: SignedIn; courseId: string; username: string; isAwaited?: boolean; fault?: Fault },
): Promise<string> => {
  const { author, courseId, username, isAwaited = true, fault } = options
  const { token } = await stack.emulator.createBot({ username, name: username })
  if (fault) await stack.emulator.addFault({ bot: username, ...fault })
  await callWeb(stack, 'POST', `/courses/${courseId}/bot`, { token: author.token, body: { token } })
  if (isAwaited) {
    await proveOwnership(stack, { author, courseId, username })
    await waitForBot(stack, author, courseId, 'live')
  }
  return token
}
