import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The folders of an unpacked package tree that hold shared libraries, the system-wide ones first. */
export function libraryFolders(root: string): string[] {
  const found: string[] = []
  const walk = (folder: string, depth: number) => {
    const entries = listFolder(folder)
    if (entries.some((entry) => !entry.isDirectory() && /\.so(\.|$)/.test(entry.name))) found.push(folder)
    if (depth === 0) return
    for (const entry of entries) if (entry.isDirectory()) walk(join(folder, entry.name), depth - 1)
  }
  for (const top of ['usr/lib', 'lib']) walk(join(root, top), 2)
  return found.sort((a, b) => a.length - b.length)
}

function listFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
