import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { anyParameters } from '../../../testing/anyParameters.ts'
import { startedChat } from '../../../testing/startedChat.ts'
import { EMULATED_METHODS } from '../emulatedMethods.ts'
import type { MethodName } from './findMethod.ts'

const METHODS = Object.keys(EMULATED_METHODS) as MethodName[]

it.each(METHODS)('should never fail in %s, whatever it is given', { timeout: 30_000 }, async (method) => {
  const { url, bot, person, sendText } = await startedChat()
  const { message_id } = await sendText('two')
  const people = [person, String(person)]
  const files = [await sendFile(`${url}/bot${bot.token}/sendDocument?chat_id=${person}`)]
  const known = {
    ...{ chat_id: people, from_chat_id: people, user_id: people, message_id: [message_id, message_id - 1] },
    ...{
      parse_mode: ['HTML', 'MarkdownV2', 'Markdown'],
      text: ['x', '<b>x</b>', '_x_'],
      language_code: ['en'],
    },
    ...{ document: files, video: files, animation: files, audio: files, voice: files, video_note: files },
    ...{
      sticker: files,
      file_id: files,
      media: [...files, inputMedia(files), [0, 1].map(() => inputMedia(files))],
    },
  }
  const call = async (given: Record<string, unknown>) => {
    // A poller would wait, and end the one before.
    const parameters = method === 'getUpdates' ? { ...given, timeout: 0 } : given
    const answer = await bot.call(method, parameters)
    expect(answer.status, JSON.stringify(answer)).not.toBe(500)
    if (answer.ok) return
    expect(answer).toMatchObject({ error_code: answer.status })
    const [, refused = ''] = / does not emulate (\w+) in /.exec(answer.description) ?? []
    const { [refused]: option, ...others } = parameters
    if (option !== undefined) await call(others)
  }
  await call({})
  await fc.assert(fc.asyncProperty(anyParameters(method, known), call), { numRuns: 100 })
})

const inputMedia = ([media]: string[]) => ({
  type: 'document',
  media,
  caption: '<b>x</b>',
  parse_mode: 'HTML',
})

async function sendFile(url: string): Promise<string> {
  const form = new FormData()
  form.append('document', new Blob(['x']), 'x.mp4')
  const response = await fetch(url, { method: 'POST', body: form })
  const { result } = (await response.json()) as { result: ChatMessage }
  return (result.document ?? result.video ?? result.animation)?.file_id ?? ''
}
