import type { Finding } from '../convert/finding.ts'

/** The source has faults that are mended there; nothing was written. */
export class ImportProblems extends Error {
  readonly problems: Finding[]

  constructor(problems: Finding[]) {
    const [first] = problems
    super(`${problems.length} problems, the first: ${first?.file}:${first?.line ?? ''} ${first?.code}`)
    this.name = 'ImportProblems'
    this.problems = problems
  }
}
