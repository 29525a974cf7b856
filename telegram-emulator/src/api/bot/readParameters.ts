import type { IncomingMessage } from 'node:http'

import { FileTooLarge, type FileStore } from '../../files/fileStore.ts'
import { readMultipart } from '../../files/readMultipart.ts'
import type { UploadedFile } from '../../files/types.ts'
import { BotApiError, badRequest } from './botApiError.ts'
import { isObject } from './fields.ts'

const LONGEST_BODY_BYTES = 10_000_000

export interface GivenParameters {
  values: Record<string, unknown>
  files: ReadonlyMap<string, UploadedFile>
}

/** A call's parameters from the query and from a JSON, urlencoded or multipart body; the body wins. */
export async function readParameters(
  store: FileStore,
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<GivenParameters> {
  const values: Record<string, unknown> = Object.fromEntries(query)
  const contentType = request.headers['content-type'] ?? ''
  const kind = contentType.split(';', 1)[0]?.trim().toLowerCase()
  if (kind === 'multipart/form-data') {
    const { fields, files } = await readForm(store, request)
    return { values: { ...values, ...fields }, files }
  }
  const body = await readBody(request)
  const files = new Map<string, UploadedFile>()
  if (body.length > 0 && kind === 'application/json')
    return { values: { ...values, ...readJson(body) }, files }
  if (kind === 'application/x-www-form-urlencoded') {
    const form = Object.fromEntries(new URLSearchParams(body.toString('utf8')))
    return { values: { ...values, ...form }, files }
  }
  return { values, files }
}

async function readForm(store: FileStore, request: IncomingMessage) {
  try {
    return await readMultipart(store, request)
  } catch (error) {
    if (error instanceof FileTooLarge) throw new BotApiError(413, 'Request Entity Too Large')
    throw badRequest("can't parse multipart/form-data body")
  }
}

function readJson(body: Buffer): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    throw badRequest("can't parse JSON object")
  }
  if (!isObject(value)) throw badRequest('object expected as JSON body')
  return value
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LONGEST_BODY_BYTES) throw new BotApiError(413, 'Request Entity Too Large')
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
}
