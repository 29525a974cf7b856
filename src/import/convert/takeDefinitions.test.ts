import { describe, expect, it } from 'vitest'

import { convertText } from '../testing/convertText.ts'

describe('takeDefinitions', () => {
  it.each([
    ['a list of definitions', 'owl\n:   A bird\nof the night.', ['*owl*⏎A bird of the night.']],
    ['several of them', '[owl]{#owl}\n: A bird.\n\n*crow*\n: Black.', ['*owl*⏎A bird.', '/*crow*/⏎Black.']],
    ['a definition apart from its term', 'owl\n\n:   A bird.', ['*owl*', 'A bird.']],
    ['a caption of a table', '| a |\n|---|\n| b |\n\n: Owls {#tbl-owls}', ['|(!)a|', '|b|', 'Owls']],
    ['named words', 'An [owl]{.bird} and [x]{ y }.', ['An owl and [x]{ y }.']],
    [
      'raised and lowered letters',
      'H~2~O, 10^3^ m; ~old~ 2^3 4^5',
      ['H<subscript>2<subscript>O, 10<superscript>3<superscript> m; -old- 2^3 4^5'],
    ],
    ['a colon that opens nothing', ': a\n\n# b\n\n: c', [': a', '# b', ': c']],
    ['a colon within code', '```\na\n: b\n```\n\n`[a]{#b}`', ['code() a⏎: b', '`[a]{#b}`']],
  ])('should read %s', (_name, source, blocks) => {
    expect(convertText(source).blocks).toEqual(blocks)
  })

  it('should keep every line at its number', () => {
    expect(convertText('owl\n:   A bird.\n\n![a](missing.x)').findings).toEqual(['imageMissing:4'])
  })
})
