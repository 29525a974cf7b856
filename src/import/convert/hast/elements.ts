import type { Mark } from '../../../lesson/content/block.ts'

const marks: Partial<Record<string, Mark>> = {
  strong: 'bold',
  b: 'bold',
  mark: 'bold',
  em: 'italic',
  i: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  u: 'underline',
  ins: 'underline',
  del: 'strikethrough',
  s: 'strikethrough',
  strike: 'strikethrough',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sub: 'subscript',
  sup: 'superscript',
  'tg-spoiler': 'spoiler',
}

/** Names that every object knows (`constructor`) are no marks. */
export const markOf = (tagName: string): Mark | undefined =>
  Object.hasOwn(marks, tagName) ? marks[tagName] : undefined

/** What stands apart from the text around it. */
export const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** What has no words for a reader. */
export const silentElements: ReadonlySet<string> = new Set(
  'base col colgroup head link meta noscript object param script source style template title track'.split(
    ' ',
  ),
)

const inlineElements = (
  'a abbr acronym area audio b bdi bdo big br button canvas cite code data datalist del dfn em embed font i ' +
  'iframe img input ins kbd label map mark math meter nobr output picture progress q rp rt ruby s samp select ' +
  'option optgroup caption small span strike strong sub sup svg textarea tg-spoiler time tt u var video wbr'
).split(' ')

export const isHtmlElement = (name: string): boolean =>
  blockElements.has(name) || silentElements.has(name) || inlineElements.includes(name)
