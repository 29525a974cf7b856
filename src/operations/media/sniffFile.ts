import { open } from 'node:fs/promises'

import { fileTypeFromFile } from 'file-type'

export type Sniffed = {
  /** `image/svg+xml`, `text/plain` and `application/octet-stream` are told apart here; the rest by its magic bytes. */
  mime: string
  extension: string
}

const headBytes = 64 * 1024

const readHead = async (path: string): Promise<Buffer> => {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const textOf = (head: Buffer): string | null => {
  if (head.includes(0)) return null
  try {
    // `stream`: the last character may have been cut in two.
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
  } catch {
    return null
  }
}

/** What may stand before the root element, by how it begins and ends. */
const prologue = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
] as const

const isSvg = (text: string): boolean => {
  let rest = text.trimStart()
  for (;;) {
    const part = prologue.find(([begin]) => rest.startsWith(begin))
    if (part === undefined) return /^<(\w{1,20}:)?svg[\s>/]/i.test(rest)
    const [, end] = part
    const brackets = part[0] === '<!' ? rest.indexOf('[') : -1
    // A document type may hold declarations of its own in brackets.
    const from = brackets !== -1 && brackets < rest.indexOf('>') ? rest.indexOf(']', brackets) : 0
    const stop = from === -1 ? -1 : rest.indexOf(end, from)
    if (stop === -1) return false
    rest = rest.slice(stop + end.length).trimStart()
  }
}

/** What a file is by its content, whatever it is called. */
export const sniffFile = async (path: string): Promise<Sniffed> => {
  const head = await readHead(path)
  const text = textOf(head)
  if (text !== null && isSvg(text)) return { mime: 'image/svg+xml', extension: 'svg' }
  const known = await fileTypeFromFile(path)
  if (known !== undefined) return { mime: known.mime, extension: known.ext }
  return text === null
    ? { mime: 'application/octet-stream', extension: 'bin' }
    : { mime: 'text/plain', extension: 'txt' }
}
