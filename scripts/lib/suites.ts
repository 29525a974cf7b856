import { checks } from './checks.ts'

export interface Suite {
  name: string
  /** Other names it can be called by. */
  aliases?: string[]
  /** What must be there before it runs. */
  needs: ('services' | 'chromium' | 'build' | 'settings')[]
  /** It only reads the files and keeps one core busy: the next such suite runs beside it. */
  isReader?: boolean
  /** The command that is the suite; some suites are work of our own (see runSuite). */
  call?: (filters: string[]) => { command: string; args: string[] }
  /** Its test runner leaves what failed in a file. */
  isReporting?: boolean
}

/** In the order in which they run: what fails fast comes first. */
export const suites: Suite[] = [
  { name: 'format', needs: [], isReader: true, call: checks.format },
  { name: 'lint', needs: [], isReader: true, call: checks.lint },
  { name: 'types', aliases: ['type-check'], needs: [], isReader: true, call: checks.types },
  { name: 'borders', needs: [], isReader: true, call: checks.borders },
  {
    name: 'dead-code',
    aliases: ['dead', 'knip'],
    needs: ['settings'],
    isReader: true,
    call: checks.deadCode,
  },
  { name: 'generated', needs: [] },
  { name: 'unit', needs: [], call: (filters) => checks.vitest('unit', filters), isReporting: true },
  {
    name: 'integration',
    aliases: ['int'],
    needs: ['services', 'build'],
    call: (filters) => checks.vitest('int', filters),
    isReporting: true,
  },
  { name: 'build', needs: ['build'] },
  {
    name: 'browser',
    aliases: ['e2e'],
    needs: ['services', 'build', 'chromium'],
    call: (filters) => checks.vitest('e2e', filters),
    isReporting: true,
  },
]

/**
 * Which suites a command line asks for: all if it names none. What is no suite's name is a filter for the
 * test runner (part of a test file's path).
 */
export function selectSuites(args: string[]): { selected: Suite[]; filters: string[] } {
  const isNamed = (suite: Suite, arg: string) => suite.name === arg || suite.aliases?.includes(arg) === true
  const selected = suites.filter((suite) => args.some((arg) => isNamed(suite, arg)))
  const filters = args.filter((arg) => !suites.some((suite) => isNamed(suite, arg)))
  return { selected: selected.length > 0 ? selected : suites, filters }
}

/** What runs at one time: readers that follow each other together, the rest one by one. */
export const toTurns = (selected: Suite[]): Suite[][] =>
  selected.reduce<Suite[][]>((turns, suite) => {
    const last = turns.at(-1)
    if (suite.isReader === true && last?.[0]?.isReader === true) last.push(suite)
    else turns.push([suite])
    return turns
  }, [])
