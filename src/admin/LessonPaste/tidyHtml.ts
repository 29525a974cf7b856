import type { Element, Nodes, Root, RootContent } from 'hast'
import { toText } from 'hast-util-to-text'

import { isHtmlElement } from '../../import/convert/hast/elements.ts'
import { classesOf, propertyOf } from '../../import/convert/hast/properties.ts'
import { listWordItems } from './listWordItems.ts'

const isElement = (node: Nodes): node is Element => node.type === 'element'

/** What belongs to a page and not to its text. */
const dropped = new Set(['button', 'dialog', 'datalist', 'nav', 'select', 'textarea'])

const isHidden = (element: Element): boolean =>
  element.properties.hidden !== undefined ||
  propertyOf(element, 'ariaHidden') === 'true' ||
  /display:\s*none|mso-hide:\s*all/i.test(propertyOf(element, 'style')) ||
  classesOf(element).includes('sr-only')

/** A formula that KaTeX or MathJax has drawn keeps its source. */
const findTex = (element: Element): string | null => {
  if (element.tagName === 'annotation')
    return propertyOf(element, 'encoding') === 'application/x-tex' ? toText(element).trim() : null
  for (const child of element.children.filter(isElement)) {
    const found = findTex(child)
    if (found !== null) return found
  }
  return null
}

const formula = (tex: string, isBlock: boolean): Element => {
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: ['language-math', isBlock ? 'math-display' : 'math-inline'] },
    children: [{ type: 'text', value: tex }],
  }
  return isBlock ? { type: 'element', tagName: 'pre', properties: {}, children: [code] } : code
}

const isDrawnFormula = (element: Element) =>
  element.tagName === 'math' ||
  classesOf(element).some((name) => /^(katex|katex-display|mathjax)$/i.test(name))

const isDisplayed = (element: Element) =>
  classesOf(element).includes('katex-display') || propertyOf(element, 'display') === 'block'

/** In which language the code within is, as different sites say it. */
const languageIn = (element: Element): string | null => {
  const data = propertyOf(element, 'dataLang') || propertyOf(element, 'dataLanguage')
  if (data !== '') return data
  for (const name of classesOf(element)) {
    const found = /^(?:lang|language|highlight-source|highlight-text|brush:?)-?:?([\w+#.-]+)$/.exec(name)?.[1]
    if (found) return found.replace(/^html-/, '')
  }
  return null
}

const looksNormal = (element: Element, isLinked: boolean): boolean => {
  const style = propertyOf(element, 'style')
  if (element.tagName === 'u') return isLinked
  return /^(b|strong)$/.test(element.tagName)
    ? /font-weight:\s*(normal|400)/i.test(style)
    : /^(i|em)$/.test(element.tagName) && /font-style:\s*normal/i.test(style)
}

/** That a link is underlined, its reader's chat decides. */
const withoutLine = (properties: Element['properties']): Element['properties'] => ({
  ...properties,
  style: String(properties.style ?? '').replace(/text-decoration[^;]*/gi, ''),
})

/** What is known from further up. */
type Around = { language: string | null; isLinked: boolean }

const tidyElement = (element: Element, { language, isLinked }: Around): RootContent[] => {
  if (dropped.has(element.tagName)) return []
  if (isDrawnFormula(element)) {
    const tex = findTex(element)
    if (tex !== null) return [formula(tex, isDisplayed(element))]
  }
  if (isHidden(element)) return []
  const known = languageIn(element) ?? language
  const inner = { language: known, isLinked: isLinked || element.tagName === 'a' }
  const children = tidyNodes(element.children, inner) as Element['children']
  // Google Docs puts everything into a bold that is none; the parts of Word's and of sites' own making are no HTML.
  const isForeign = looksNormal(element, isLinked) || !isHtmlElement(element.tagName)
  const tagName = isForeign ? 'span' : element.tagName
  const isCode = tagName === 'pre' && known !== null
  const properties = isCode
    ? { ...element.properties, className: [`language-${known}`] }
    : isForeign
      ? {}
      : isLinked
        ? withoutLine(element.properties)
        : element.properties
  if (isCode)
    for (const child of children)
      if (isElement(child) && child.tagName === 'code') child.properties.className = [`language-${known}`]
  return [{ ...element, tagName, properties, children }]
}

const tidyNodes = (nodes: RootContent[], around: Around): RootContent[] =>
  listWordItems(nodes).flatMap((node) => (isElement(node) ? tidyElement(node, around) : [node]))

/** What stands on a clipboard without what only a page or a word processor needs: menus, wrappers, drawn formulas. */
export const tidyHtml = (root: Root): RootContent[] =>
  tidyNodes(root.children, { language: null, isLinked: false })
