import type { SignedIn } from '../factories/createUser.ts'
import { callWeb } from './callWeb.ts'
import type { Stack } from './startStack.ts'
import { waitFor } from './waitFor.ts'

/** The payload of a link's Start button. */
export const startPayload = (link: string): string => new URL(link).searchParams.get('start') ?? ''

/**
 * Waits until a pasted token is checked and opens the bot with the link of its course's panel, as its author does.
 * @param options.personId in whose Telegram; the author's, or a new person, if left out
 */
export const proveOwnership = async (
  stack: Pick<Stack, 'webUrl' | 'emulator'>,
  options: { author: SignedIn; courseId: string; username: string; personId?: number },
): Promise<number> => {
  const { author, courseId, username } = options
  const { token } = author
  const path = `/courses/${courseId}/bot`
  await waitFor(`@${username} to wait for its owner`, async () => {
    const { body } = await callWeb<{ state: string }>(stack, 'GET', path, { token })
    return body.state === 'unproven'
  })
  const { body: me } = await callWeb<{ user: { telegramId?: number } }>(stack, 'GET', '/users/me', { token })
  const personId =
    options.personId ??
    me.user.telegramId ??
    (await stack.emulator.createPerson({ first_name: 'Author', language_code: 'en' })).id
  const { body } = await callWeb<{ link: string }>(stack, 'POST', `${path}/proof`, { token })
  await stack.emulator.send(username, personId, `/start ${startPayload(body.link)}`)
  // What the bot says to that is not to be mistaken for what a test is about.
  await stack.emulator.waitForMessage(username, personId, ({ from }) => from.is_bot)
  return personId
}
