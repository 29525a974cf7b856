import { describe, expect, it } from 'vitest'

import { sketch } from '../../import/testing/sketch.ts'
import { convertPasted } from './convertPasted.ts'

const paste = (kind: 'html' | 'markdown', source: string, isFramed = false) => {
  const { blocks, ...rest } = convertPasted({ kind, source, text: '' }, { locale: 'en', isFramed })
  return { lines: sketch(blocks), ...rest }
}
const html = (source: string) => paste('html', source).lines

describe('what is pasted', () => {
  it('should keep the form of a web page and none of its looks', () => {
    const source = `<html><head><style>p { color: red }</style><title>No</title></head><body><!--StartFragment-->
      <nav>Menu</nav><h2 class="x" style="color:red" onclick="alert(1)">Title<a class="anchor" aria-hidden="true" href="#t">#</a></h2>
      <script>alert(1)</script><button>Copy</button>
      <p style="font-size:30px">One <b>bold</b> <span style="font-style:italic">and</span> <my-icon>text</my-icon></p>
      <ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li></ul>
      <table class="foreign"><tr><th>x</th></tr><tr><td style="text-align:right">1</td></tr></table>
      <div class="highlight highlight-source-python"><pre>x = <span class="pl-c1">1</span>\n</pre></div>
      <!--EndFragment--></body></html>`
    expect(html(source)).toEqual([
      '## Title',
      'One *bold* /and/ text',
      '- a',
      '  - b',
      '    1. c',
      '|(!)x|',
      '|(right)1|',
      'code(python) x = 1',
    ])
  })

  it('should read what Google Docs puts on the clipboard', () => {
    const source = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:400;font-style:normal">Docs</span></h1><p dir="ltr"><span style="font-weight:400">Plain, </span><span style="font-weight:700">bold</span><span style="font-weight:400"> and </span><a href="https://www.google.com/url?q=https://example.org/a?x%3D1%26utm_source%3Dz&amp;sa=D" style="text-decoration:none"><span style="text-decoration:underline">a link</span></a></p><ul><li dir="ltr"><p dir="ltr"><span>one</span></p></li></ul></b><br class="Apple-interchange-newline">`
    expect(html(source)).toEqual(['# Docs', 'Plain, *bold* and [a link](https://example.org/a?x=1)', '- one'])
  })

  it('should make lists of Word’s paragraphs', () => {
    const item = (level: number, marker: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`
    const source = `<html xmlns:o="urn:x"><body><p class=MsoNormal>Before<o:p></o:p></p>${item(1, '1.', 'One')}${item(2, '·', 'Inner')}${item(1, '2.', 'Two')}<p>After</p></body></html>`
    expect(html(source)).toEqual(['Before', '1. One', '  - Inner', '2. Two', 'After'])
  })

  it('should take formulas by their source', () => {
    const katex = (display: string) =>
      `<span class="katex${display}"><span class="katex-mathml"><math><semantics><mrow><mi>a</mi></mrow><annotation encoding="application/x-tex">a^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">a2</span></span>`
    expect(html(`<p>So ${katex('')} is.</p>${katex('-display')}`)).toEqual(['So $a^2$ is.', 'math a^2'])
  })

  it('should take the links that a chat can open, and of the others the words', () => {
    const source = `<p><a href="javascript:alert(1)">js</a> <a href="/page">page</a> <a href="mailto:a@b.org">mail</a>
      <a href="tg://resolve?domain=x">tg</a> <a href="https://e.org/?utm_source=x&amp;id=1">web</a> <a href="file:///c:/x">file</a></p>`
    const { lines, losses } = paste('html', source)
    expect(lines).toEqual([
      'js page [mail](mailto:a@b.org) [tg](tg://resolve?domain=x) [web](https://e.org/?id=1) file',
    ])
    expect(losses).toEqual([
      { code: 'missingLink', count: 2 },
      { code: 'pageLink', count: 1 },
    ])
  })

  it('should link to no picture of another site, keep their descriptions and count them', () => {
    const source = `<p>Look: <img src="https://e.org/a.png" alt="an owl"></p><figure><img src="https://e.org/b.png" alt="Two owls"></figure><a href="https://e.org/page"><img src="https://e.org/c.png"></a><img src="data:image/png;base64,AAAA" alt="Data">`
    const { lines, pictures, losses } = paste('html', source)
    expect(lines).toEqual(['Look: an owl', '/Two owls/', 'embed https://e.org/page ""', 'Data'])
    expect([pictures, losses]).toEqual([3, [{ code: 'imageMissing', count: 1 }]])
    expect(paste('markdown', 'A ![x](https://e.org/x.png)\n\n![Owl](https://e.org/y.png)')).toEqual({
      lines: ['A x', '/Owl/'],
      pictures: 2,
      losses: [],
    })
  })

  it('should read Markdown with all that lessons have', () => {
    const source =
      '# T\n\n- a\n  1. b\n\n```js\nlet a\n```\n\n| x |\n|---|\n| 1 |\n\n$$\na^2\n$$\n\n::: warning\nCare $b$.\n:::\n\n- [x] done'
    expect(paste('markdown', source).lines).toEqual([
      '# T',
      '- a',
      '  1. b',
      'code(js) let a',
      '|(!)x|',
      '|1|',
      'math a^2',
      'callout(warning) ',
      '  Care $b$.',
      '[x] done',
    ])
  })

  it('should open frames where the editor has none', () => {
    const source = '::: note\n## Title\n\nText\n:::'
    expect(paste('markdown', source).lines).toEqual(['callout(note) Title', '  Text'])
    expect(paste('markdown', source, true).lines).toEqual(['*Title*', 'Text'])
  })

  it('should fit the editor’s fields', () => {
    const long = 'x'.repeat(400)
    const { blocks } = convertPasted(
      { kind: 'html', source: `<details><summary>${long}</summary>a</details>`, text: '' },
      { locale: 'en', isFramed: false },
    )
    expect(blocks).toMatchObject([{ type: 'details', summary: 'x'.repeat(300) }])
  })
})
