import type { SignedIn } from '../factories/createUser.ts'
import { callWeb } from './callWeb.ts'
import { proveOwnership } from './proveOwnership.ts'
import type { Stack } from './startStack.ts'
import { waitFor } from './waitFor.ts'

/** Gives a course a bot made by the emulator and waits until it teaches. @returns its token */
export const attachLiveBot = async (
  stack: Stack,
  options: { author: SignedIn; courseId: string; username: string; name: string },
): Promise<string> => {
  const { author, courseId, username, name } = options
  const { token } = await stack.emulator.createBot({ username, name })
  const path = `/courses/${courseId}/bot`
  await callWeb(stack, 'POST', path, { token: author.token, body: { token } })
  await proveOwnership(stack, { author, courseId, username })
  await waitFor(`@${username} to be live`, async () => {
    const { body } = await callWeb<{ state: string }>(stack, 'GET', path, { token: author.token })
    return body.state === 'live'
  })
  return token
}
