import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Removes uploads that nobody took over: refused ones, and those of a process that was killed. */
export const sweepIncoming = async (folder: string, olderThanMs: number): Promise<void> => {
  const names = await readdir(folder).catch(() => [])
  const before = Date.now() - olderThanMs
  for (const name of names) {
    const file = path.join(folder, name)
    // Another process may sweep at the same time.
    const facts = await stat(file).catch(() => undefined)
    if (facts && facts.mtimeMs < before) await rm(file, { recursive: true, force: true })
  }
}
