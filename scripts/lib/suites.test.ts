import { describe, expect, it } from 'vitest'
import { selectSuites, suites, toTurns } from './suites.ts'

const names = (args: string[]) => selectSuites(args).selected.map(({ name }) => name)

describe('selectSuites', () => {
  it('should run everything if nothing is named', () => {
    expect(selectSuites([])).toEqual({ selected: suites, filters: [] })
  })

  it('should run what is named, by any of its names, in the order of the suites', () => {
    expect(names(['e2e', 'unit', 'int'])).toEqual(['unit', 'integration', 'browser'])
  })

  it('should pass on what is no suite', () => {
    expect(selectSuites(['int', 'tests/int/access.test.ts']).filters).toEqual(['tests/int/access.test.ts'])
  })
})

describe('toTurns', () => {
  it('should put suites together that only read', () => {
    const turns = toTurns(suites).map((turn) => turn.map(({ name }) => name))
    expect(turns[0]).toEqual(['format', 'lint', 'types', 'borders', 'dead-code'])
    expect(turns.slice(1)).toEqual([['generated'], ['unit'], ['integration'], ['build'], ['browser']])
  })
})
