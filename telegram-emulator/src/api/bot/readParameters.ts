import type { IncomingMessage } from 'node:http'

import { BotApiError, badRequest, notEmulated } from './botApiError.ts'
import { isObject } from './fields.ts'

const LONGEST_BODY_BYTES = 10_000_000

/** A call's parameters from the query and from a JSON, urlencoded or multipart body; the body wins. */
export async function readParameters(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Record<string, unknown>> {
  const parameters: Record<string, unknown> = Object.fromEntries(query)
  const body = await readBody(request)
  if (body.length === 0) return parameters
  const contentType = request.headers['content-type'] ?? ''
  const kind = contentType.split(';', 1)[0]?.trim().toLowerCase()
  if (kind === 'application/json') return { ...parameters, ...readJson(body) }
  if (kind === 'application/x-www-form-urlencoded') {
    return { ...parameters, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) }
  }
  if (kind === 'multipart/form-data') return { ...parameters, ...(await readMultipart(body, contentType)) }
  return parameters
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

async function readMultipart(body: Buffer, contentType: string): Promise<Record<string, unknown>> {
  let form: FormData
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  } catch {
    throw badRequest("can't parse multipart/form-data body")
  }
  const parameters: Record<string, unknown> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string') throw notEmulated(`file uploads (parameter ${name})`)
    parameters[name] = value
  }
  return parameters
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
