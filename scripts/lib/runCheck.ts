import { projectRoot } from './projectRoot.ts'
import { runCommand } from './runCommand.ts'
import { runTool } from './runTool.mjs'

/** A command that is one tool run over the sources. */
export function runCheck(call: { command: string; args: string[] }): Promise<void> {
  return runCommand(
    async ({ guard, signal }, args) => {
      // Files that are named stand for the whole project.
      const options = args.length > 0 ? call.args.filter((arg) => arg !== '.') : call.args
      const result = await runTool(call.command, [...options, ...args], {
        ...{ cwd: projectRoot, guard, signal, isShown: true },
      })
      return result.code
    },
    { isIsolated: true },
  )
}
