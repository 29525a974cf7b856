import type { MediaFile } from '../../../src/contracts/mediaFile.ts'
import { RunnerApiError, type RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import type { Upload } from './upload.ts'

/** The CMS no longer has the file: to ask again is of no use. */
export class MediaGoneError extends Error {
  constructor() {
    super('the CMS has no such file')
    this.name = 'MediaGoneError'
  }
}

const readFailure = (cause: unknown): Error =>
  cause instanceof RunnerApiError && cause.status === 404
    ? new MediaGoneError()
    : new RetryLaterError('a file cannot be read from the CMS', { cause })

async function* guarded(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream
  } catch (cause) {
    throw readFailure(cause)
  }
}

/** A file of the CMS, read from there while it goes to Telegram. */
export const mediaUpload = (
  client: Pick<RunnerClient, 'openMedia'>,
  { id, filename, mimeType, bytes }: MediaFile,
  name: string,
): Upload => ({
  name,
  filename,
  mimeType,
  bytes,
  open: async (signal) => {
    try {
      return guarded(await client.openMedia(id, signal))
    } catch (cause) {
      throw readFailure(cause)
    }
  },
})
