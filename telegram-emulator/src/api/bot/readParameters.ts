import type { IncomingMessage } from 'node:http'

import { FileTooLarge, type FileStore } from '../../files/fileStore.ts'
import { readMultipart } from '../../files/readMultipart.ts'
import type { UploadedFile } from '../../files/types.ts'
import { BotApiError, badRequest } from './botApiError.ts'
import { readJsonBody } from './json.ts'
import { LIMITS } from './validate/limits.ts'

export interface GivenParameters {
  values: Record<string, unknown>
  files: ReadonlyMap<string, UploadedFile>
  /** Why not all of the body could be read, where the real server goes on without a word. */
  problem?: string
}

/**
 * A call's parameters from the query and from a JSON, urlencoded or multipart body. Of several with one name the
 * first counts, and the query stands before the body.
 */
export async function readParameters(
  store: FileStore,
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<GivenParameters> {
  const inQuery = firstOfEach(query)
  const contentType = request.headers['content-type']?.toLowerCase() ?? ''
  if (contentType.includes('multipart/form-data')) {
    const { fields, files } = await readForm(store, request)
    return { values: { ...fields, ...inQuery }, files }
  }
  const body = (await readBody(request)).toString('utf8')
  const files = new Map<string, UploadedFile>()
  if (contentType.includes('application/x-www-form-urlencoded')) {
    return { values: { ...firstOfEach(new URLSearchParams(body)), ...inQuery }, files }
  }
  if (body === '' || !contentType.includes('application/json')) return { values: inQuery, files }
  const { values, problem } = readJsonBody(body)
  return { values: { ...values, ...inQuery }, files, ...(problem && { problem }) }
}

function firstOfEach(fields: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...fields].reverse())
}

async function readForm(store: FileStore, request: IncomingMessage) {
  try {
    return await readMultipart(store, request)
  } catch (error) {
    if (error instanceof FileTooLarge) throw new BotApiError(413, 'Request Entity Too Large')
    throw badRequest("can't parse multipart/form-data body")
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LIMITS.parametersBytes)
      throw new BotApiError(413, 'Request Entity Too Large: too many parameters')
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
}
