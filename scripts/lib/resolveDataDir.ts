import { resolve } from 'node:path'
import { projectRoot } from './projectRoot.ts'

/** DATA_DIR, relative to the project; `.gongbu` unless set. */
export function resolveDataDir(): string {
  return resolve(projectRoot, process.env.DATA_DIR || '.gongbu')
}
