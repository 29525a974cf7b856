import { describe, expect, it } from 'vitest'

import { convertText } from '../testing/convertText.ts'

/** Each row: what it shows, Markdown, the sketch of its blocks, and what was found. */
type Row = [name: string, source: string, blocks: string[], findings?: string[]]

const check = (rows: Row[]) =>
  it.each(rows)('should read %s', (_name, source, blocks, findings = []) => {
    expect(convertText(source)).toEqual({ blocks, findings })
  })

describe('text', () => {
  check([
    ['setext headings', 'Title\n=====\n\nPart\n----', ['# Title', '## Part']],
    ['headings with attributes', '## Part {#part .unnumbered}\n\n## Next {-}', ['## Part', '## Next']],
    ['braces in headings that are text', '## Sets {a, b}', ['## Sets {a, b}']],
    ['rules', 'a\n\n***\n\nb\n\n___\n\n- - -', ['a', '---', 'b', '---', '---']],
    ['marks', '**b** *i* ~~s~~ `c` ***bi***', ['*b* /i/ -s- `c` */bi/*']],
    ['hard breaks', 'a  \nb\\\nc<br>d\ne', ['a⏎b⏎c⏎d e']],
    ['entities and emoji', '&lt;tag&gt; &amp; &copy; 🎉 한글', ['<tag> & © 🎉 한글']],
    ['marks of HTML', '<kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup> <u>u</u>', ['`Ctrl` H<subscript>2<subscript>O x<superscript>2<superscript> _u_']],
    ['tags that are no HTML', 'ssh <user>@<Host>', ['ssh <user>@<Host>']],
    ['comments', 'a <!-- hidden --> b\n\n<!-- all\n\nof it -->\n\nc', ['a b', 'c']],
    ['line ends of Windows', 'a\r\n\r\n- b\r\n- c\r\n', ['a', '- b', '- c']],
    ['links', '[a](https://a.example) <https://b.example> www.c.example', ['[a](https://a.example) [https://b.example](https://b.example) [www.c.example](http://www.c.example)']],
    ['references', '[a][one] [one] ![p][pic]\n\n[one]: https://a.example\n[pic]: x.png', ['[a](https://a.example) [one](https://a.example)', 'image x.png "p" ""']],
    ['attributes of links and code', '[a](https://a.example){:target="_blank"} `ls`{.bash} {x}', ['[a](https://a.example) `ls` {x}']],
    ['links to other pages', '[next](02-more.md)', ['next'], ['pageLink:1']],
    ['links to what is not there', '[next](missing.pdf2)', ['next'], ['missingLink:1']],
    ['footnotes', 'a[^1]\n\n[^1]: note', ['a<superscript>1<superscript>', '1. note']],
  ]) // prettier-ignore
})

describe('lists', () => {
  check([
    ['nested lists', '- a\n  - b\n    1. c\n    2. d\n- e', ['- a', '  - b', '    1. c', '    2. d', '- e']],
    ['numbers that begin elsewhere', '7. a\n8. b', ['7. a', '8. b']],
    ['tasks', '- [x] a\n- [ ] b', ['[x] a', '[ ] b']],
    ['code in lists', '1. a\n\n   ```sh\n   ls\n   ```\n\n2. b', ['1. a', 'code(sh) ls', '2. b']],
    ['paragraphs in items', '- a\n\n  b\n- c', ['- a⏎b', '- c']],
    ['definitions', '<dl><dt>a</dt><dd>b</dd></dl>', ['*a*', 'b']],
  ])
})

describe('code and math', () => {
  check([
    ['fences', '```python title="x"\na = 1\n\nb\n```\n\n~~~\n```\n~~~', ['code(python) a = 1⏎⏎b', 'code() ```']],
    ['chunks of R', '```{r, echo=FALSE}\nx <- 1\n```', ['code(r) x <- 1']],
    ['indented code', 'a\n\n    b\n    c', ['a', 'code() b⏎c']],
    ['no divs, pictures and tags in code', '```\n::: note\n![](a){alt="b"}\n{% x %}\n:::\n```', ['code() ::: note⏎![](a){alt="b"}⏎{% x %}⏎:::']],
    ['formulas', 'is $a^2$ and\n\n$$\nx = 1\n$$', ['is $a^2$ and', 'math x = 1']],
    ['prices', 'costs $5 and $6, or $7', ['costs $5 and $6, or $7']],
    ['prices beside formulas', 'costs $5, $x$ and $6', ['costs $5, $x$ and $6']],
    ['dollars in code', 'run `$ ls` then `$HOME`', ['run `$ ls` then `$HOME`']],
    ['fences that nothing closes', 'a\n\n```sh\nls', ['a', 'code(sh) ls'], ['fenceUnclosed:3']],
    ['fences that their item cuts', '- a\n  ```\n  b\n\nc', ['- a', 'code() b', 'c'], ['codeFenceCut:2']],
  ]) // prettier-ignore
})

describe('tables', () => {
  check([
    ['alignment and marks', '| a | b | c |\n|:--|:-:|--:|\n| **x** | `y` | [z](https://z.example) |', ['|(!)a|(!center)b|(!right)c|', '|*x*|(center)`y`|(right)[z](https://z.example)|']],
    ['pipes', '| a |\n|---|\n| `x \\| y` \\| z |', ['|(!)a|', '|`x | y` | z|']],
    ['HTML with spans', '<table><tr><th colspan="2">a</th></tr><tr><td rowspan="2">b</td><td>c<br>d</td></tr></table>', ['|(!c2)a|', '|(r2)b|c⏎d|']],
    ['lists and code in cells', '<table><tr><td>\n\n- a\n- b\n\n</td></tr></table>', ['|• a⏎• b|']],
    ['pictures in cells', '<table><tr><td>a <img src="x.png" alt="y"></td></tr></table>', ['|a|', 'image x.png "y" ""']],
  ]) // prettier-ignore
})

describe('pictures and players', () => {
  check([
    ['pictures', '![a](x.png "t")', ['image x.png "a" "t — a"']],
    ['what Pandoc writes behind pictures', '![](x.png){alt=\'it\'s "a"\' width="40%"}', ['image x.png "it\'s "a"" ""']],
    ['captions of Pandoc', '![Cap](x.png){alt=\'what is seen\'} b', ['image x.png "what is seen" "Cap — what is seen"', 'b']],
    ['pictures in the text', 'a ![b](x.png) c', ['a', 'image x.png "b" ""', 'c']],
    ['pictures elsewhere', '![a](https://x.example/a.png)', ['embed https://x.example/a.png "a"'], ['remotePicture:1']],
    ['pictures that are not there', 'a ![b](missing.gif)', ['a b'], ['imageMissing:1']],
    ['pictures that are links', '[![a](x.png)](https://x.example)', ['image x.png "a" ""', 'embed https://x.example "a"']],
    ['figures', '<figure><img src="x.png" alt="a"><figcaption>b *c*</figcaption></figure>', ['image x.png "a" "b *c*"']],
    ['centred wrappers', '<p align="center">\n  <img src="x.png" alt="a">\n  <b>b</b>\n</p>', ['image x.png "a" ""', '*b*']],
    ['films and frames', '<video controls><source src="x.mp4"></video>\n\n<iframe src="https://v.example/1" title="t"></iframe>', ['video x.mp4 ""', 'embed https://v.example/1 "t"']],
    ['files to download', 'get [the data](data.pdf) now', ['get the data now', 'file data.pdf "the data"']],
  ]) // prettier-ignore
})

describe('frames', () => {
  check([
    ['fenced divs', ':::: challenge\n\n## Do\n\na\n\n::: solution\n\nb\n\n:::\n\nc\n\n::::', ['callout(important) Do', '  a', 'details (solution)', '  b', 'callout(important) ', '  c']],
    ['divs of other programs', '::: {.callout-tip}\na\n:::\n\n::: {.columns}\nb\n:::', ['callout(tip) (tip)', '  a', 'b']],
    ['titles of divs', ':::tip[Be *fore*]\na\n:::\n\n::: danger Hot stove :::\nb\n:::\n\n::: {.callout-note title="T"}\n## c\n\nd\n:::\n\n::: tab Mac\ne\n:::', ['callout(tip) Be fore', '  a', 'callout(warning) Hot stove', '  b', 'callout(note) T', '  ## c', '  d', '*Mac*', 'e']],
    ['figures of Jekyll', '{% include figure.html url="" file="fig/a b.png" alt="An *owl*" caption="At night" %}', ['image fig/a%20b.png "An *owl*" "At night — An *owl*"']],
    ['tags of Jekyll', 'a\n\n{% include links.md %}\n\nb', ['a', 'b'], ['templateTag:3']],
    ['divs that nothing closes', '::: note\n\na', ['callout(note) (note)', '  a'], ['divUnclosed:1']],
    ['ends of no div', 'a\n\n:::\n\nb', ['a', 'b'], ['strayDivEnd:3']],
    ['classes of kramdown', '> ## Do\n>\n> a\n> - b\n{: .challenge}', ['callout(important) Do', '  a', '  - b']],
    ['nested classes of kramdown', '> ## Do\n> a\n>\n> > ## How\n> >\n> > b\n> {: .solution}\n{: .challenge}', ['callout(important) Do', '  a', 'details How', '  b']],
    ['classes of code', '~~~\nls\n~~~\n{: .language-bash}', ['code(bash) ls']],
    ['alerts of GitHub', '> [!WARNING]\n> a\n\n> [!NOTE]\n>\n> b', ['callout(warning) ', '  a', 'callout(note) ', '  b']],
    ['quotes', '> a\n> b\n>\n> c', ['> a b⏎⏎c']],
    ['code in quotes', '> a\n>\n> ```\n> b\n> ```\n>\n> c', ['> a', 'code() b', '> c']],
    ['details', '<details open>\n<summary>S <b>t</b></summary>\n\na\n\n- b\n\n</details>', ['details(open) S t', '  a', '  - b']],
    ['tags of Liquid', '{% include links.md %}\n\na {{ site.x }}', ['a {{ site.x }}'], ['templateTag:1']],
    ['Liquid around text', '{% raw %}\na\n{% endraw %}', ['a'], ['templateTag:1', 'templateTag:3']],
    ['scripts', '<script>\nalert(1)\n</script>\n\na', ['a'], ['scriptDropped:1']],
  ]) // prettier-ignore
})

describe('MDX', () => {
  it('should drop what makes it a program, and keep the words', () => {
    const source = [
      "import Tabs from '@theme/Tabs'",
      '',
      'export const x = {',
      '  a: 1,',
      '}',
      '',
      '{/* hidden',
      'too */}',
      '',
      '<Card title="Sun">',
      '',
      'a **b**',
      '',
      '</Card>',
      '',
      '```js',
      "import x from 'y'",
      '```',
    ].join('\n')
    expect(convertText(source, { isMdx: true })).toEqual({
      blocks: ['*Sun*', 'a *b*', "code(js) import x from 'y'"],
      findings: ['component:1', 'component:3', 'component:10'],
    })
  })

  it('should leave components within a line in it', () => {
    const source =
      '<Alt>Tea</Alt> is <Box c="d">leaves</Box> and water.\n\n> one <Cup>two</Cup>\n\n<Dip>\n\nthree\n\n</Dip>\n\nfour'
    expect(convertText(source, { isMdx: true }).blocks).toEqual([
      ...['Tea is leaves and water.', '> one two', 'three', 'four'],
    ])
  })
})
