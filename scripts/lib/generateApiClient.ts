import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { createClient } from '@hey-api/openapi-ts'

import { projectRoot } from './projectRoot.ts'

const folder = 'src/contracts/apiClient'

/** The files of the generated client, relative to the project. */
export function listApiClient(): string[] {
  const root = join(projectRoot, folder)
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((file) => statSync(join(projectRoot, file)).isFile())
}

/** Writes the client of the platform API from its committed document. */
export async function generateApiClient(): Promise<void> {
  await createClient({
    input: join(projectRoot, 'docs', 'api', 'openapi.json'),
    output: { path: join(projectRoot, folder), entryFile: true, module: { extension: '.ts' } },
    logs: { level: 'silent', file: false },
  })
}
