import type { Target } from '../convert/hast/context.ts'
import type { Source } from '../source/source.ts'
import { extensionOf, folderOf, normalizePath } from './paths.ts'
import { isPage } from './selectPages.ts'

const kinds = new Map<string, Extract<Target, { type: 'file' }>['kind']>(
  Object.entries({
    ...Object.fromEntries(
      ['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'bmp', 'avif', 'tif', 'tiff'].map((name) => [
        name,
        'image',
      ]),
    ),
    ...Object.fromEntries(['mp4', 'webm', 'mov', 'm4v'].map((name) => [name, 'video'])),
    ...Object.fromEntries(
      ['mp3', 'm4a', 'ogg', 'oga', 'opus', 'wav', 'flac', 'aac'].map((name) => [name, 'audio']),
    ),
  } as const),
)

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Where the addresses of one page lead. Letters' case is forgiven, as most people's disks do. */
export const createResolver = (source: Source) => {
  const byLowerCase = new Map([...source.files.keys()].map((path) => [path.toLowerCase(), path]))
  const folders = new Set(
    [...source.files.keys()].flatMap((path) =>
      path.split('/').map((_, index, parts) => parts.slice(0, index).join('/')),
    ),
  )

  const find = (path: string | null): string | undefined =>
    path === null ? undefined : byLowerCase.get(path.toLowerCase())

  return (page: string) =>
    (address: string): Target => {
      const trimmed = address.trim().replace(/\{\{\s*(?:page\.root|site\.baseurl)\s*\}\}\/?/g, '/')
      const url = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed
      if (/^https?:\/\//i.test(url)) return URL.canParse(url) ? { type: 'web', url } : { type: 'missing' }
      // A chat makes addresses and numbers links by itself where they are written out.
      if (trimmed === '' || /^(#|mailto:|tel:)/i.test(trimmed)) return { type: 'page' }
      if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return { type: 'missing' }
      const plain = decode(trimmed.replace(/[?#].*$/, ''))
      const relative = normalizePath(`${folderOf(page)}/${plain}`)
      // Site generators let pages begin at the root, or at the folder of their pictures.
      const path = plain.startsWith('/')
        ? find(normalizePath(plain))
        : (find(relative) ?? find(normalizePath(plain)) ?? find(normalizePath(`episodes/${plain}`)))
      if (path !== undefined)
        return isPage(path)
          ? { type: 'page' }
          : { type: 'file', ref: path, kind: kinds.get(extensionOf(path)) ?? 'file' }
      const isPlace = /\.html?$/i.test(plain) || extensionOf(plain) === '' || isPage(plain)
      return isPlace || folders.has(relative ?? '') ? { type: 'page' } : { type: 'missing' }
    }
}
