import { buildEnv } from './buildEnv.ts'
import { generateApiClient, listApiClient } from './generateApiClient.ts'
import { botApiSchemaFile, generateBotApiSchema } from './generateBotApiSchema.ts'
import { projectRoot } from './projectRoot.ts'
import type { Session } from './runCommand.ts'
import { lastLines, runTool } from './runTool.mjs'
import { tool } from './tool.ts'
import { withoutProductVariables } from './withoutProductVariables.ts'

/** The files that are generated, as far as they are there. */
export const listGenerated = (): string[] => [
  'src/payload-types.ts',
  'src/app/(payload)/admin/importMap.js',
  botApiSchemaFile,
  ...listApiClient(),
]

/** Writes them: from the collections, the Bot API's types and our API's document. Answers what went wrong, or nothing. */
export async function generateCode(session: Session, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  generateBotApiSchema()
  await generateApiClient()
  for (const command of ['generate:types', 'generate:importmap']) {
    const { code, output } = await runTool(tool('payload'), [command], {
      cwd: projectRoot,
      env: { ...withoutProductVariables(env), ...buildEnv },
      guard: session.guard,
      signal: session.signal,
    })
    session.throwIfStopping()
    if (code !== 0) return lastLines(output, 40)
  }
  return undefined
}
