import { describe, expect, it } from 'vitest'

import { wordsOf } from './wordsOf.ts'

describe('wordsOf', () => {
  it.each([
    ['Берёза — ДЕРЕВО', ['береза', 'дерево']],
    ['node.js, C++ & “quoted”', ['node', 'js', 'c', 'quoted']],
    ['ﬁne ①', ['fine', '1']],
    ['हिन्दी में', ['हिन्दी', 'में']],
    ['a\0b', ['a', 'b']],
    ["' | & ! <-> :* () \\", []],
    ['🐍 🎓', []],
    [`${'x'.repeat(61)} short`, ['short']],
    ['', []],
  ])('should read %j', (text, words) => expect(wordsOf(text)).toEqual(words))
})
