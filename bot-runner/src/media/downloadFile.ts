import { TelegramNetworkError } from '../bot/telegramTransport.ts'

/** Telegram answered, and gives no file: to ask again is of no use. */
export class FileGoneError extends Error {
  constructor() {
    super('Telegram has no such file')
    this.name = 'FileGoneError'
  }
}

/** More than what bots are given, or than was said. */
export class FileTooLargeError extends Error {
  constructor() {
    super('the file is too large')
    this.name = 'FileTooLargeError'
  }
}

const method = 'download'
const codeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = (cause as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : cause instanceof Error ? cause.name : 'failed'
}

/** No part of an error of `fetch` gets out: some hold the address, and so the token. */
const unreachable = (error: unknown) => new TelegramNetworkError(method, codeOf(error))

async function* bounded(stream: AsyncIterable<Uint8Array>, max: number): AsyncGenerator<Uint8Array> {
  let count = 0
  try {
    for await (const chunk of stream) {
      count += chunk.length
      if (count > max) throw new FileTooLargeError()
      yield chunk
    }
  } catch (error) {
    throw error instanceof FileTooLargeError ? error : unreachable(error)
  }
}

const refusalOf = ({ status, headers }: Response): Error => {
  if (status === 429)
    return new TelegramNetworkError(method, 'http429', Number(headers.get('retry-after') ?? 1) * 1000)
  return status === 404 || status === 400
    ? new FileGoneError()
    : new TelegramNetworkError(method, `http${status}`)
}

/**
 * A file that `getFile` told of, read while it comes.
 * @param path as `getFile` told it
 * @throws {FileGoneError}; {FileTooLargeError}; {TelegramNetworkError} when it is worth trying again
 */
export const downloadFile = async (options: {
  apiRoot: string
  token: string
  path: string
  max: number
  signal: AbortSignal
}): Promise<AsyncIterable<Uint8Array>> => {
  const { apiRoot, token, path, max, signal } = options
  const parts = path.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..')) throw new FileGoneError()
  const address = `${apiRoot}/file/bot${token}/${parts.map(encodeURIComponent).join('/')}`
  const response = await fetch(address, { signal, redirect: 'error' }).catch((error: unknown) => {
    throw unreachable(error)
  })
  if (!response.ok || response.body === null) {
    await response.body?.cancel()
    throw refusalOf(response)
  }
  if (Number(response.headers.get('content-length') ?? 0) > max) {
    await response.body.cancel()
    throw new FileTooLargeError()
  }
  return bounded(response.body, max)
}
