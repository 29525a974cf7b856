import { projectRoot } from './projectRoot.ts'
import { runCommand } from './runCommand.ts'
import { runTool } from './runTool.mjs'

/** A command that is one tool run over the sources. */
export function runCheck(call: { command: string; args: string[] }): Promise<void> {
  return runCommand(
    async ({ guard, signal }, args) => {
      const result = await runTool(call.command, [...call.args, ...args], {
        ...{ cwd: projectRoot, guard, signal, isShown: true },
      })
      return result.code
    },
    { isIsolated: true },
  )
}
