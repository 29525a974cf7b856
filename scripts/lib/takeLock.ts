import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isSameProcess, processIdentity } from './processIdentity.mjs'

interface Holder {
  pid: number
  identity: string | undefined
}

/**
 * Takes a lock that lasts as long as this process: one left by a process that has died counts for nothing.
 *
 * @returns how to give it back, or nothing if somebody else holds it
 */
export function takeLock(path: string): (() => void) | undefined {
  const own = `${path}.${process.pid}`
  writeFileSync(own, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }))
  try {
    for (let tries = 0; tries < 3; tries++) {
      try {
        // A link appears with its content, so nobody reads half of it.
        linkSync(own, path)
        return () => rmSync(path, { force: true })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        const holder = readHolder(path)
        if (holder && isSameProcess(holder.pid, holder.identity)) return undefined
        rmSync(path, { force: true })
      }
    }
    return undefined
  } finally {
    rmSync(own, { force: true })
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}
