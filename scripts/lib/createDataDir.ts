import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ExpectedFailure } from './expectedFailure.mjs'
import { texts } from './texts.mjs'

export interface DataDir {
  path: string
  logs: string
  cache: string
  /** The path of something in the data folder. */
  file: (name: string) => string
}

/** Makes the data folder and checks that it can be used. It holds secrets: nobody else may look inside. */
export function createDataDir(path: string): DataDir {
  const logs = join(path, 'logs')
  const cache = join(path, 'cache')
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    for (const folder of [logs, cache]) mkdirSync(folder, { recursive: true })
    accessSync(logs, constants.W_OK)
  } catch (error) {
    throw ExpectedFailure.from(texts.folderUnusable(path, (error as NodeJS.ErrnoException).code ?? 'unknown'))
  }
  return { path, logs, cache, file: (name) => join(path, name) }
}
