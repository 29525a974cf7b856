import type { Config } from 'payload'

import type { Env } from '../../env.ts'
import { incomingFolder } from './incomingFolder.ts'

const megabyte = 1024 * 1024

/** More than the gateway lets through anywhere: see `limitBody`. */
const beyondMegabytes = 32

/**
 * Uploads lie in files from their first byte on: none is ever held in memory whole. How large they may be the gateway
 * says of requests and `prepareUpload` of files; Payload, which would stop reading in the middle and leave the
 * connection with the rest, never comes to that.
 */
export const uploadOptions = ({ MEDIA_DIR, MEDIA_MAX_FILE_MB }: Env): Config['upload'] => ({
  abortOnLimit: true,
  limits: { fileSize: (MEDIA_MAX_FILE_MB + beyondMegabytes) * megabyte },
  requestSizeLimit: (MEDIA_MAX_FILE_MB + beyondMegabytes) * megabyte,
  useTempFiles: true,
  tempFileDir: incomingFolder(MEDIA_DIR),
})
