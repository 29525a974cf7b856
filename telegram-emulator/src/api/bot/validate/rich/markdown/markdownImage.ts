import type { Token } from 'markdown-it'

import { escapeHtml } from './escapeHtml.ts'

const TAGS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:mp4|m4v|mov|webm|mkv|gif)$/, 'video'],
  [/\.(?:mp3|m4a|ogg|oga|opus|wav|flac|aac)$/, 'audio'],
  [/\.(?:zip|pdf|docx?|xlsx?|pptx?|txt|csv|json)$/, 'tg-document'],
]

/** `![…](…)`: a medium with its title as caption, a custom emoji or a date. */
export function markdownImage(token: Token | undefined): string {
  const src = String(token?.attrGet('src') ?? '')
  const title = String(token?.attrGet('title') ?? '')
  const alt = escapeHtml(token?.content ?? '')
  const parameters = /^tg:\/\/(emoji|time)\?(.*)$/.exec(src)
  if (parameters?.[1] === 'emoji') return `<img src="${escapeHtml(src)}" alt="${alt}"/>`
  if (parameters?.[1] === 'time') {
    const time = new URLSearchParams(parameters[2])
    const [unix, format] = [time.get('unix') ?? '', time.get('format') ?? '']
    return `<tg-time unix="${escapeHtml(unix)}" format="${escapeHtml(format)}">${alt}</tg-time>`
  }
  const tag = tagFor(src)
  const media = `<${tag} src="${escapeHtml(src)}"></${tag}>`
  return title === '' ? media : `<figure>${media}<figcaption>${escapeHtml(title)}</figcaption></figure>`
}

/** The kind of a medium follows from the end of its address. */
function tagFor(src: string): string {
  const path = src.replace(/[?#].*$/, '').toLowerCase()
  return TAGS.find(([ending]) => ending.test(path))?.[1] ?? 'img'
}
