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
  /** At most `maxReadBytes` at once; the size is what it was when the source was opened. */
  read: () => Promise<Buffer>
}

export const sourceLimits = {
  files: 20_000,
  /** Of one file. */
  fileBytes: 500 * 1024 * 1024,
  /** Of a page of text. */
  pageBytes: 5 * 1024 * 1024,
  /** Of all files together, unpacked. */
  totalBytes: 2 * 1024 * 1024 * 1024,
  /** Of an archive. */
  archiveBytes: 1024 * 1024 * 1024,
}
