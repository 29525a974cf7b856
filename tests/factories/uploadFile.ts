import type { Media } from '../../src/payload-types.ts'
import type { Stack } from '../helpers/startStack.ts'
import type { SignedIn } from './createUser.ts'

export type Uploaded = {
  status: number
  doc: Media
  error: { code: string; message: string; details?: Record<string, unknown> }
}

/** A file as the admin uploads it. @param options.id of the file that it is to replace */
export const uploadFile = async (
  { webUrl }: Pick<Stack, 'webUrl'>,
  author: Pick<SignedIn, 'token'> | null,
  content: Buffer | string,
  options: { name: string; type?: string; alt?: string; id?: string; language?: string },
): Promise<Uploaded> => {
  const { name, type = 'application/octet-stream', alt, id, language = 'en' } = options
  const form = new FormData()
  form.set('file', new File([new Uint8Array(Buffer.from(content))], name, { type }))
  form.set('_payload', JSON.stringify({ alt }))
  const response = await fetch(`${webUrl}/api/media${id === undefined ? '' : `/${id}`}`, {
    method: id === undefined ? 'POST' : 'PATCH',
    headers: {
      'accept-language': language,
      ...(author === null ? {} : { authorization: `JWT ${author.token}` }),
    },
    body: form,
  })
  return { status: response.status, ...((await response.json()) as Omit<Uploaded, 'status'>) }
}
