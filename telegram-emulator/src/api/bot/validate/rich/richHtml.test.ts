import { expect, it } from 'vitest'

import { richChat } from '../../../../testing/richChat.ts'

const paragraph = (text: unknown) => ({ type: 'paragraph', text })
const line = (text: unknown) => [paragraph(text)]
const a = { type: 'italic', text: 'a' }

/** HTML and what a message shows of it. */
const CASES: Record<string, [html: string, blocks: unknown[]]> = {
  'a line': ['one', line('one')],
  'white space': [
    ' one\n\n two\t<b> three </b> four ',
    line(['one two ', { type: 'bold', text: 'three ' }, 'four']),
  ],
  'line breaks': ['one<br> two<br/>three', line('one\ntwo\nthree')],
  'no break spaces': ['&nbsp;a&nbsp;', line('\u00a0a\u00a0')],
  paragraphs: ['<p>one</p><p> two</p>three', [paragraph('one'), paragraph('two'), paragraph('three')]],
  'empty blocks': [
    '<p> </p><h1></h1><ul></ul><table></table><pre></pre><blockquote></blockquote>one',
    line('one'),
  ],
  references: [
    '&lt;&gt;&amp;&quot;&apos;&hellip;&mdash;&ndash;&lsquo;&rsquo;&ldquo;&rdquo;&#65;&#x1F600;',
    line('<>&"\'…—–‘’“”A😀'),
  ],
  'unknown references': ['&copy; &#0; &#xd800; &lt', line('&copy; &#0; &#xd800; &lt')],
  'references twice': ['&amp;lt;b&amp;gt;', line('&lt;b&gt;')],
  'text that is no tag': ['1 < 2 &amp;&amp; 3 > 2', line('1 < 2 && 3 > 2')],
  'unknown tags': ['<section><font>one</font> <div>two</div></section>', line('one two')],
  'unknown tags around blocks': [
    '<div><p>one</p></div><b><p>two</p></b>',
    [paragraph('one'), paragraph('two')],
  ],
  scripts: ['one<script>two</script><style>three</style><!-- four -->', line('one')],
  'tags in any case': ['<B>one</B>', line({ type: 'bold', text: 'one' })],
  'open tags': ['<b>one<i>two', line({ type: 'bold', text: ['one', { type: 'italic', text: 'two' }] })],
  'empty styles': ['<b></b>one<i> </i>', line('one')],
  links: [
    '<a href="https://t.me">1</a><a href="mailto:a@t.me?subject=x">2</a><a href="tel:+1234567">3</a>',
    line([
      { type: 'url', text: '1', url: 'https://t.me' },
      { type: 'email_address', text: '2', email_address: 'a@t.me' },
      { type: 'phone_number', text: '3', phone_number: '+1234567' },
    ]),
  ],
  'links that lead nowhere': [
    '<a href="javascript:alert(1)">1</a><a>2</a><a href="mailto:x">3</a><a href="tel:x">4</a>',
    line('1234'),
  ],
  anchors: [
    '<a name="x"></a><h2>one</h2><a href="#x">two</a>',
    [
      { type: 'anchor', name: 'x' },
      { type: 'heading', text: 'one', size: 2 },
      paragraph({ type: 'anchor_link', text: 'two', anchor_name: 'x' }),
    ],
  ],
  footnotes: [
    'one<sup><a href="#n">1</a></sup><p><tg-reference name="n">note</tg-reference></p>',
    [
      paragraph([
        'one',
        { type: 'superscript', text: { type: 'reference_link', text: '1', reference_name: 'n' } },
      ]),
      paragraph({ type: 'reference', text: 'note', name: 'n' }),
    ],
  ],
  'dates that are none': [
    '<tg-time unix="x">one</tg-time> <tg-time unix="1" format="x">two</tg-time>',
    line('one two'),
  ],
  'emoji as pictures': [
    '<img src="tg://emoji?id=5" alt="👍"/>',
    line({ type: 'custom_emoji', custom_emoji_id: '5', alternative_text: '👍' }),
  ],
  formulas: [
    '<tg-math>a &lt; b</tg-math><tg-math-block> x\n </tg-math-block>',
    [
      paragraph({ type: 'mathematical_expression', expression: 'a < b' }),
      { type: 'mathematical_expression', expression: 'x' },
    ],
  ],
  code: [
    '<pre>\n a\n  &lt;b&gt;</pre><pre><code class="language-ts">c</code></pre><pre>d <code>e</code></pre>',
    [
      { type: 'pre', text: ' a\n  <b>' },
      { type: 'pre', text: 'c', language: 'ts' },
      { type: 'pre', text: ['d ', { type: 'code', text: 'e' }] },
    ],
  ],
  lists: [
    '<ul><li>one<ul><li>two</li></ul></li></ul><ol start="3" reversed><li>a</li><li value="9" type="A">b<li>c</ol>',
    [
      {
        type: 'list',
        items: [
          {
            label: '•',
            blocks: [paragraph('one'), { type: 'list', items: [{ label: '•', blocks: line('two') }] }],
          },
        ],
      },
      {
        type: 'list',
        items: [
          { label: '3.', blocks: line('a'), value: 3, type: '1' },
          { label: 'I.', blocks: line('b'), value: 9, type: 'A' },
          { label: '8.', blocks: line('c'), value: 8, type: '1' },
        ],
      },
    ],
  ],
  'reversed lists': [
    '<ol reversed type="i"><li>a</li><li>b</li></ol>',
    [
      {
        type: 'list',
        items: [
          { label: 'ii.', blocks: line('a'), value: 2, type: 'i' },
          { label: 'i.', blocks: line('b'), value: 1, type: 'i' },
        ],
      },
    ],
  ],
  quotes: [
    '<blockquote><p>one</p>two<cite><i>a</i></cite></blockquote><blockquote expandable>three</blockquote><aside>four</aside>',
    [
      { type: 'blockquote', blocks: [paragraph('one'), paragraph('two')], credit: a },
      { type: 'expandable_blockquote', text: 'three' },
      { type: 'pullquote', text: 'four' },
    ],
  ],
  details: [
    '<details open><summary>a <b>b</b></summary><p>one</p>two</details>',
    [
      {
        type: 'details',
        summary: ['a ', { type: 'bold', text: 'b' }],
        blocks: [paragraph('one'), paragraph('two')],
        is_open: true,
      },
    ],
  ],
  tables: [
    '<table striped><caption>c</caption><thead><tr><th align="right">1<td></thead><tr><td colspan=2 rowspan=x valign=bottom><b>2</b></table>',
    [
      {
        type: 'table',
        cells: [
          [
            { text: '1', is_header: true, align: 'right', valign: 'top' },
            { align: 'left', valign: 'top' },
          ],
          [{ text: { type: 'bold', text: '2' }, colspan: 2, align: 'left', valign: 'bottom' }],
        ],
        is_striped: true,
        caption: 'c',
      },
    ],
  ],
  maps: [
    '<figure><tg-map lat="1.5" long="-2" zoom="20" width="100" height="50"/><figcaption>one<cite>a</cite></figcaption></figure>',
    [
      {
        type: 'map',
        location: { latitude: 1.5, longitude: -2 },
        zoom: 20,
        width: 100,
        height: 50,
        caption: { text: 'one', credit: 'a' },
      },
    ],
  ],
  buttons: [
    'a <tg-button type="url" url="https://t.me/x">b</tg-button><tg-button-row align="right"> <tg-button type="callback_data" data="d" style="danger">c</tg-button></tg-button-row>',
    [
      paragraph(['a ', { type: 'button', button: { text: 'b', url: 'https://t.me/x' } }]),
      { type: 'buttons', buttons: [{ text: 'c', callback_data: 'd', style: 'danger' }], align: 'right' },
    ],
  ],
  'a footer and a divider': [
    '<footer>one</footer><hr>',
    [{ type: 'footer', text: 'one' }, { type: 'divider' }],
  ],
}

it.each(Object.keys(CASES))('should read HTML: %s', async (name) => {
  const { send } = await richChat()
  const [html, blocks] = CASES[name] ?? expect.fail(name)
  expect(await send({ html, skip_entity_detection: true })).toEqual({ blocks })
})

it('should mark in HTML what Telegram finds', async () => {
  const { send } = await richChat()
  expect(await send({ html: '<i>see t.me</i> <code>t.me</code>' })).toEqual({
    blocks: line([
      { type: 'italic', text: ['see ', { type: 'url', text: 't.me', url: 't.me' }] },
      ' ',
      { type: 'code', text: 't.me' },
    ]),
  })
})

it('should think in HTML of drafts alone', async () => {
  const { ok, refused } = await richChat()
  const rich_message = { html: '<tg-thinking>…</tg-thinking>' }
  await ok('sendRichMessageDraft', { draft_id: 1, rich_message })
  expect(await refused(rich_message)).toMatch(/type "thinking" is unsupported$/)
})

it('should refuse buttons and maps of HTML that cannot be', async () => {
  const { refused } = await richChat()
  expect(await refused({ html: '<tg-button type="x">a</tg-button>' })).toMatch(/Text buttons are unallowed/)
  expect(await refused({ html: '<tg-map lat="x" long="1"/>' })).toBe(
    '400 Bad Request: invalid location specified',
  )
  expect(await refused({ html: '<tg-emoji emoji-id="1">x</tg-emoji>' })).toBe(
    '400 Bad Request: RICH_MESSAGE_EMOJI_INVALID',
  )
})
