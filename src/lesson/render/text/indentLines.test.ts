import { expect, it } from 'vitest'

import { indentLines } from './indentLines.ts'

it('should indent all lines but the first, and move entities along', () => {
  const entities = [
    { type: 'bold' as const, offset: 0, length: 2 },
    { type: 'italic' as const, offset: 1, length: 4 },
    { type: 'underline' as const, offset: 3, length: 2 },
  ]
  const { text, entities: moved } = indentLines({ text: 'ab\ncd\ne', entities }, '  ')
  expect(text).toBe('ab\n  cd\n  e')
  expect(moved.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
    'ab',
    'b\n  cd',
    'cd',
  ])
})
