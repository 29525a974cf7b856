import { element } from '../dom.js'

/** A value as a tree that folds; what is deep starts folded. */
export function jsonTree(value, name, depth = 0) {
  const key = name === undefined ? undefined : element('span', { class: 'json-key' }, `${name}: `)
  if (value === null || typeof value !== 'object')
    return element(
      'div',
      { class: 'json-leaf' },
      key,
      element('span', { class: `json-${typeof value}` }, JSON.stringify(value)),
    )
  const entries = Object.entries(value)
  const size = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`
  return element(
    'details',
    { class: 'json', open: depth < 2 },
    element('summary', {}, key, size),
    entries.map(([entry, inner]) => jsonTree(inner, entry, depth + 1)),
  )
}
