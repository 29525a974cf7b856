import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { projectRoot } from './projectRoot.ts'

const SHOWN_LINES = 12

/** The part of Vitest's JSON report that says what failed. */
interface Report {
  testResults: {
    name: string
    status: string
    /** Why the file could not be run; empty if its tests were. */
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

/** What failed in a run of Vitest, by its JSON report: the test's file and name, and how its failure begins. */
export async function failedTests(reportPath: string): Promise<string> {
  const { testResults } = JSON.parse(await readFile(reportPath, 'utf8')) as Report
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(projectRoot, name)
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      if (failed.length === 0 || message !== '') return [describe(file, message)]
      return failed.map((test) => describe(`${file}: ${test.fullName}`, test.failureMessages.join('\n')))
    })
    .join('\n')
}

function describe(title: string, message: string): string {
  const lines = stripVTControlCharacters(message).split('\n').slice(0, SHOWN_LINES)
  return [title, ...lines.map((line) => `  ${line}`)].join('\n')
}
