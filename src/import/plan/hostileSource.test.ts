import { describe, expect, it } from 'vitest'

import { faultsOf, planFiles } from '../testing/planFiles.ts'

describe('sources that mean no good', () => {
  it('should be told of settings that are too large, before they are read', async () => {
    expect(await faultsOf({ 'config.yaml': 400_000_000, 'a.md': 'A' })).toEqual([
      'config.yaml: fileTooLarge 400000000',
    ])
  })

  it('should not be misled by names that every object knows', async () => {
    const page = [
      '<constructor>one</constructor>',
      '::: callout-constructor\ntwo\n:::',
      '[three](a.constructor)',
      '[four](//) [five](//[)',
    ].join('\n\n')
    const { steps } = await planFiles({
      'a.md': page,
      'a.constructor': 'x',
      'b.mdx': '<Constructor>six</Constructor>',
    })
    expect(structuredClone(steps)).toEqual(steps)
    const text = JSON.stringify(steps)
    for (const word of ['one', 'two', 'three', 'four', 'five', 'six']) expect(text).toContain(word)
  })
})
