import type { Config } from 'payload'

import type { Env } from '../../env.ts'
import { incomingFolder } from './incomingFolder.ts'

const megabyte = 1024 * 1024

/** Uploads lie in files from their first byte on: none is ever held in memory whole. */
export const uploadOptions = ({ MEDIA_DIR, MEDIA_MAX_FILE_MB }: Env): Config['upload'] => ({
  abortOnLimit: true,
  limits: { fileSize: MEDIA_MAX_FILE_MB * megabyte },
  requestSizeLimit: (MEDIA_MAX_FILE_MB + 1) * megabyte,
  useTempFiles: true,
  tempFileDir: incomingFolder(MEDIA_DIR),
})
