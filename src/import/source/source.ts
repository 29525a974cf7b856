/** The files of a lesson, wherever they come from. Paths are relative, with `/`, without `.` and `..`. */
export type Source = {
  /** What the folder or archive is called. */
  name: string
  files: Map<string, SourceFile>
  close: () => Promise<void>
}

export type SourceFile = {
  path: string
  bytes: number
  /** All of it at once; for pages and settings. */
  read: () => Promise<Buffer>
  /** Piece by piece; for files that may be large. */
  stream: () => AsyncIterable<Buffer>
}

export const createSourceFile = (path: string, bytes: number, stream: SourceFile['stream']): SourceFile => ({
  path,
  bytes,
  stream,
  read: async () => {
    const pieces: Buffer[] = []
    for await (const piece of stream()) pieces.push(piece)
    return Buffer.concat(pieces)
  },
})

export const sourceLimits = {
  files: 20_000,
  /** Of one file. */
  fileBytes: 500 * 1024 * 1024,
  /** Of a page of text. */
  pageBytes: 1024 * 1024,
  /** Of all files together, unpacked. */
  totalBytes: 2 * 1024 * 1024 * 1024,
  /** Of an archive. */
  archiveBytes: 1024 * 1024 * 1024,
}
