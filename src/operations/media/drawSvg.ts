import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import path from 'node:path'

import { AppError } from '../../errors/AppError.ts'

const maxBytes = 5 * 1024 * 1024
const maxSeconds = 30

/**
 * Draws an SVG as a PNG, in a process that is ended when it takes too long.
 * @throws {AppError} mediaTooLarge (413); {Error} with the drawer's words when it cannot be drawn
 */
export const drawSvg = async (from: string, to: string, maxPixels: number): Promise<void> => {
  if ((await stat(from)).size > maxBytes)
    throw new AppError({ code: 'mediaTooLarge', status: 413, details: { max: maxBytes / 1024 / 1024 } })
  const script = path.join(import.meta.dirname, 'drawSvg.process.ts')
  await new Promise<void>((resolve, reject) => {
    execFile(
      process.execPath,
      [script, from, to, String(maxPixels)],
      // It needs nothing of ours, and is not to know it.
      { timeout: maxSeconds * 1000, killSignal: 'SIGKILL', env: { NODE_ENV: 'production' } },
      (error, _stdout, stderr) => (error ? reject(new Error(stderr || error.message)) : resolve()),
    )
  })
}
