import type { FileAttributes } from './types.ts'

type Played = Pick<FileAttributes, 'duration' | 'title' | 'performer'>

/** What sound and film say of themselves: the length in seconds, and the tags. Empty if they say nothing. */
export async function readPlayed(path: string): Promise<Played> {
  // Loaded when the first of them comes: its parsers are many.
  const { parseFile } = await import('music-metadata')
  try {
    const { format, common } = await parseFile(path, { duration: true, skipCovers: true })
    return {
      ...(format.duration && { duration: Math.round(format.duration) }),
      ...(common.title && { title: common.title }),
      ...(common.artist && { performer: common.artist }),
    }
  } catch {
    return {}
  }
}
