import type { ConvertOptions, Target } from '../convert/hast/context.ts'
import { markdownToBlocks } from '../convert/markdownToBlocks.ts'
import { sketch } from './sketch.ts'

/** Addresses tell by themselves what they lead to. */
const resolve = (address: string): Target => {
  if (/^https?:/.test(address)) return { type: 'web', url: address }
  const kind = { png: 'image', mp4: 'video', mp3: 'audio', pdf: 'file' }[/\.(\w+)$/.exec(address)?.[1] ?? '']
  if (kind) return { type: 'file', ref: address, kind: kind as 'image' }
  return address.startsWith('missing') ? { type: 'missing' } : { type: 'page' }
}

export const convertOptions: ConvertOptions = {
  file: 'page.md',
  isMdx: false,
  nameOfDiv: (kind) => `(${kind})`,
  resolve,
}

/** Markdown as a sketch of its blocks, and what was found: `code:line`. */
export const convertText = (source: string, options: Partial<ConvertOptions> = {}) => {
  const { blocks, findings } = markdownToBlocks(source, { ...convertOptions, ...options })
  return { blocks: sketch(blocks), findings: findings.map(({ code, line }) => `${code}:${line}`) }
}
