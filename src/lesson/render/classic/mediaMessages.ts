import type { AlbumItem, OutgoingMessage } from '../outgoingMessage.ts'
import type { Piece } from './piece.ts'

type Item = Extract<Piece, { kind: 'media' }>['items'][number]

const maxAlbum = 10

/** Kinds that may stand in one album: pictures with videos, each other kind by itself. */
const companyOf = ({ as }: Item): 'visual' | 'audio' | 'document' | null => {
  if (as === 'photo' || as === 'video') return 'visual'
  return as === 'audio' || as === 'document' ? as : null
}

/** Parts as even as possible, so that no item is left alone behind a full album. */
const inAlbums = (items: readonly Item[]): Item[][] => {
  const count = Math.ceil(items.length / maxAlbum)
  return Array.from({ length: count }, (_, part) =>
    items.slice(Math.floor((part * items.length) / count), Math.floor(((part + 1) * items.length) / count)),
  )
}

/** Files in their order, as few messages as Telegram lets them be. */
export const mediaMessages = (items: readonly Item[]): OutgoingMessage[] => {
  const runs: Item[][] = []
  for (const item of items) {
    const run = runs.at(-1)
    const company = companyOf(item)
    if (run?.[0] !== undefined && company !== null && companyOf(run[0]) === company) run.push(item)
    else runs.push([item])
  }
  return runs.flatMap(inAlbums).map((part): OutgoingMessage => {
    const [only] = part
    if (only !== undefined && part.length === 1) return { kind: 'media', ...only, entities: [] }
    return { kind: 'album', items: part.map((item) => ({ ...item, entities: [] }) as AlbumItem) }
  })
}
