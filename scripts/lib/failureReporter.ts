import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { SerializedError } from 'vitest'
import type { Reporter, TestModule } from 'vitest/node'
import { texts } from './texts.mjs'

const SHOWN_LINES = 12

/**
 * Writes what failed into the file that `FAILURES_FILE` names, if it names one: tests, hooks, files that cannot be run, and errors that
 * nobody caught. Vitest's own JSON says nothing of hooks in a `describe`, nor of the last.
 */
export default class FailureReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], uncaught: readonly SerializedError[]): void {
    const failures = [
      ...modules.flatMap(failuresOf),
      ...uncaught.map((error) => describe(texts.uncaught, error)),
    ]
    const file = process.env.FAILURES_FILE
    if (file === undefined) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, failures.join('\n'))
  }
}

function failuresOf(module: TestModule): string[] {
  const file = module.relativeModuleId
  const parts = [...module.children.allSuites(), ...module.children.allTests('failed')]
  return [
    ...module.errors().map((error) => describe(file, error)),
    ...parts.flatMap((part) => {
      const errors = part.type === 'suite' ? part.errors() : (part.result().errors ?? [])
      return errors.map((error) => describe(`${file}: ${part.fullName}`, error))
    }),
  ]
}

/** Where it failed and how that begins. */
function describe(title: string, { message, stacks = [] }: SerializedError): string {
  const lines = stripVTControlCharacters(message).split('\n').slice(0, SHOWN_LINES)
  const [place] = stacks
  if (place !== undefined) lines.push(`at ${place.file}:${place.line}:${place.column}`)
  return [title, ...lines.map((line) => `  ${line}`)].join('\n')
}
