import { join } from 'node:path'
import { projectRoot } from './projectRoot.ts'

/** The path of a command-line tool that came with the dependencies. */
export function tool(name: string): string {
  return join(projectRoot, 'node_modules', '.bin', name)
}
