import { buffer } from 'node:stream/consumers'

import { ZipFile } from 'yazl'

/** A ZIP archive of these files. */
export const zipFile = (files: Record<string, string | Buffer>): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path)
  zip.end()
  return buffer(zip.outputStream)
}
