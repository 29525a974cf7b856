import type { Album } from '../../content/block.ts'

/** What stands below an album, and below each of its items: what pictures show is said where nothing else is. */
export const albumCaptions = ({ caption, items }: Album): { whole: string; each: string[] } => {
  const isCaptioned = caption.trim() !== ''
  return { whole: isCaptioned ? caption : '', each: items.map(({ alt }) => (isCaptioned ? '' : alt)) }
}
