import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateCode, listGenerated } from './generateCode.ts'
import { projectRoot } from './projectRoot.ts'
import type { Session } from './runCommand.ts'
import { texts } from './texts.mjs'

/**
 * Are the committed generated files what the configuration gives? Puts them back in any case.
 * @returns what is wrong, for a person; empty if nothing is
 */
export async function checkGenerated(session: Session, env: NodeJS.ProcessEnv): Promise<string> {
  const before = new Map(listGenerated().map((file) => [file, read(file)]))
  try {
    const failure = await generateCode(session, env)
    if (failure !== undefined) return failure
    const files = new Set([...before.keys(), ...listGenerated()])
    const changed = [...files].filter((file) => read(file) !== before.get(file))
    return changed.map((file) => texts.notGenerated(file)).join('\n')
  } finally {
    for (const file of listGenerated()) if (!before.has(file)) rmSync(join(projectRoot, file))
    for (const [file, text] of before) {
      if (text !== undefined && read(file) !== text) writeFileSync(join(projectRoot, file), text)
    }
  }
}

function read(file: string): string | undefined {
  const path = join(projectRoot, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
