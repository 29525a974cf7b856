import { parse } from 'yaml'

/** Words as they are counted: letters and digits, without regard to their size and to raised and lowered forms. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** What of the front matter is for readers. */
const read = ['title', 'questions', 'objectives', 'keypoints']

const frontWords = (yaml: string): string[] => {
  const data = parse(yaml) as Record<string, unknown>
  return read.flatMap((name) => [data[name]].flat()).filter((value) => typeof value === 'string')
}

type Signs = [what: RegExp, instead: string]

/** Signs of Markdown and its kin that are no words; in this order. */
const signs: Signs[] = [
  // What no page shows: remarks, what a site generator does, what a component is made of.
  [/<!--[^]*?-->/g, ' '],
  [/\{% comment %\}[^]*?\{% endcomment %\}/g, ' '],
  // Lines of colons and fences, with what they name.
  [/^[ \t>]*(?::{3,}|`{3,}|~{3,}).*$/gm, ' '],
  // Addresses and attributes.
  [/^[ \t>]*\[(?!\^)[^\]]+\]:\s.*$/gm, ' '],
  [/\]\[[^\]]*\]/g, '] '],
  [/\]\([^)]*?("[^"]*")?\)/g, '] $1 '],
  [/\{:?[ \t]*[.#][^}]*\}/g, ' '],
  [/\{[^}]*?alt='([^']*)'[^}]*\}/g, ' $1 '],
  // Elements of HTML, but for the description of a picture.
  [/<img[^>]*?alt="([^"]*)"[^>]*>/g, ' $1 '],
  [/<(?!https?:)[^>]*>/g, ' '],
  [/&[a-z]+;/g, ' '],
  // Numbers of lists and footnotes, boxes of tasks.
  [/^[ \t>]*\d+\.[ \t]/gm, ' '],
  [/\[\^\w+\]:?/g, ' '],
  [/\[[x ]\]/g, ' '],
  // Raised and lowered letters belong to their word.
  [/(?<=\w)[~^](\w+)[~^]/g, '$1'],
  // Keywords of a quiz.
  [/^(?:title|pass|shuffle|q|a\*?|e|why|img):/gim, ' '],
]

/** All that a page of Markdown says to a reader, word by word. */
export const sourceWords = (source: string): string[] => {
  const [, yaml = '', body = source] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? []
  const text = signs.reduce((rest, [what, instead]) => rest.replace(what, instead), body)
  return wordsOf([...frontWords(yaml || '{}'), text].join('\n'))
}
