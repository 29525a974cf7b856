import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export const s3Keys = { id: 'TESTKEY', secret: 'a secret of the store', region: 'eu-test-1' }

type Stored = { bytes: Buffer; type: string }

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** What the request's Signature Version 4 has to be, made by the book from what arrived. */
const signatureOf = (request: IncomingMessage, signed: string[], scope: string[]): string => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://s3')
  searchParams.sort()
  const query = searchParams.toString().replaceAll('+', '%20')
  const headers = signed.map((name) => `${name}:${String(request.headers[name]).trim()}\n`).join('')
  const payload = String(request.headers['x-amz-content-sha256'])
  const asked = [request.method, pathname, query, headers, signed.join(';'), payload].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope.join('/'), sha256(asked)].join(
    '\n',
  )
  const key = scope.reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${s3Keys.secret}`)
  return hmac(key, toSign).toString('hex')
}

const isSigned = (request: IncomingMessage): boolean => {
  const parts = /Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/.exec(
    request.headers.authorization ?? '',
  )
  if (parts === null) return false
  const [, credential = '', signed = '', signature] = parts
  const [id, ...scope] = credential.split('/')
  const isOurs = id === s3Keys.id && scope[1] === s3Keys.region && scope[2] === 's3'
  return isOurs && signatureOf(request, signed.split(';'), scope) === signature
}

/** The SDK may send a body in chunks of its own, with a checksum behind them. */
const unchunked = (body: Buffer): Buffer => {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.toString('latin1', at, end), 16)
    if (!(size > 0)) return Buffer.concat(parts)
    parts.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}

/** A store of one bucket that speaks S3's protocol and lets nobody in whose signature is wrong. */
export const startS3 = async (bucket: string) => {
  const objects = new Map<string, Stored>()
  const requests: string[] = []

  const refuse = (response: ServerResponse, status: number, code: string) =>
    response
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)

  const put = async (request: IncomingMessage, response: ServerResponse, key: string) => {
    const sent = await buffer(request)
    const isChunked = request.headers['content-encoding']?.includes('aws-chunked') ?? false
    const said = request.headers['x-amz-content-sha256']
    if (/^[0-9a-f]{64}$/.test(String(said)) && sha256(sent) !== said)
      return refuse(response, 400, 'XAmzContentSHA256Mismatch')
    const bytes = isChunked ? unchunked(sent) : sent
    objects.set(key, { bytes, type: request.headers['content-type'] ?? '' })
    response.writeHead(200, { etag: `"${sha256(bytes).slice(0, 32)}"` }).end()
  }

  const get = (request: IncomingMessage, response: ServerResponse, { bytes, type }: Stored) => {
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    const [from, to] = range ? [Number(range[1]), Number(range[2])] : [0, bytes.length - 1]
    const part = bytes.subarray(from, to + 1)
    const partly = range && { 'content-range': `bytes ${from}-${to}/${bytes.length}` }
    const headers = { 'content-type': type, 'content-length': part.length, etag: '"owl"', ...partly }
    response.writeHead(range ? 206 : 200, headers).end(request.method === 'HEAD' ? undefined : part)
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://s3')
    const [, name, ...rest] = pathname.split('/').map(decodeURIComponent)
    const key = rest.join('/')
    requests.push(`${request.method} ${key}`)
    if (!isSigned(request)) return void refuse(response, 403, 'SignatureDoesNotMatch')
    if (name !== bucket) return void refuse(response, 404, 'NoSuchBucket')
    if (request.method === 'PUT') return void put(request, response, key)
    if (request.method === 'DELETE') {
      objects.delete(key)
      return void response.writeHead(204).end()
    }
    const found = objects.get(key)
    if (found === undefined) return void refuse(response, 404, 'NoSuchKey')
    get(request, response, found)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export type S3 = Awaited<ReturnType<typeof startS3>>
