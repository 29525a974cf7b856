/** Seconds, to the millisecond; null when the file does not tell. */
export const readSoundDuration = async (path: string): Promise<number | null> => {
  // Loaded when the first sound comes: its parsers are many.
  const { parseFile } = await import('music-metadata')
  try {
    const { format } = await parseFile(path, { duration: true, skipCovers: true })
    return format.duration === undefined ? null : Math.round(format.duration * 1000) / 1000
  } catch {
    return null
  }
}
