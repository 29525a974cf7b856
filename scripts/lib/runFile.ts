import { rmSync } from 'node:fs'
import { isSameProcess, processIdentity } from './processIdentity.mjs'
import { readJson } from './readJson.ts'
import { writeFileAtomic } from './writeFileAtomic.ts'

export type ProcessName = 'web' | 'runner' | 'emulator' | 'postgres' | 'redis'

/** `.gongbu/run.json`: the running stack, for people and tools. Only its owner can read it. */
export interface RunFile {
  startedAt: string
  /** The pid of the launcher; a SIGTERM to it stops everything in order. */
  launcher: number
  launcherIdentity: string | undefined
  /** The present pids: they change when a process is started again. Addresses carry no passwords. */
  processes: Partial<Record<ProcessName, { pid: number; identity: string | undefined; url: string }>>
  urls: Partial<Record<'web' | 'admin' | 'runner' | 'emulator', string>>
  /** With passwords, for tools that work on the running stack. */
  databaseUrl?: string
  redisUrl?: string
}

export interface RunFileWriter {
  setProcess: (name: ProcessName, pid: number, url: string) => void
  set: (changes: Partial<Pick<RunFile, 'databaseUrl' | 'redisUrl'>>) => void
  remove: () => void
}

export function createRunFile(path: string, urls: RunFile['urls']): RunFileWriter {
  const content: RunFile = {
    startedAt: new Date().toISOString(),
    launcher: process.pid,
    launcherIdentity: processIdentity(process.pid),
    processes: {},
    urls,
  }
  const save = () => writeFileAtomic(path, `${JSON.stringify(content, null, 2)}\n`)
  save()
  return {
    setProcess(name, pid, url) {
      content.processes[name] = { pid, identity: processIdentity(pid), url }
      save()
    },
    set(changes) {
      Object.assign(content, changes)
      save()
    },
    remove: () => rmSync(path, { force: true }),
  }
}

/** The run file, and whether the launcher that wrote it still lives. */
export function readRunFile(path: string): { content: RunFile; isRunning: boolean } | undefined {
  const content = readJson<RunFile>(path)
  if (!content) return undefined
  return { content, isRunning: isSameProcess(content.launcher, content.launcherIdentity) }
}
