import { LineCounter, parseDocument } from 'yaml'

import type { Finding } from './finding.ts'

export type FrontMatter = {
  data: Record<string, unknown>
  /** The source with the front matter's lines emptied, so that line numbers stay. */
  body: string
  problems: Finding[]
}

const form = /^\uFEFF?---[ \t]*\r?\n([^]*?)\r?\n?^(?:---|\.\.\.)[ \t]*$/m

/** YAML, as a plain object. Aliases are bounded by the parser, so that no file of a few lines fills the memory. */
export const readYaml = (
  text: string,
  place: { file: string; firstLine: number },
): { data: Record<string, unknown>; problems: Finding[] } => {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'silent' })
  const problems = document.errors.map(({ pos, message }): Finding => ({
    code: 'yamlBroken',
    file: place.file,
    line: lineCounter.linePos(pos[0]).line + place.firstLine - 1,
    what: message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '',
  }))
  if (problems.length > 0) return { data: {}, problems }
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    return { data: {}, problems: [{ code: 'yamlBroken', file: place.file, line: place.firstLine, what }] }
  }
  return { data: isRecord(data) ? data : {}, problems: [] }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The YAML between two lines of dashes at the top of a Markdown file. */
export const splitFrontMatter = (source: string, file: string): FrontMatter => {
  const found = form.exec(source)
  if (found === null || found.index !== 0)
    return { data: {}, body: source.replace(/^\uFEFF/, ''), problems: [] }
  const head = found[0]
  const body = head.replace(/[^\n]/g, '') + source.slice(head.length)
  return { ...readYaml(found[1] ?? '', { file, firstLine: 2 }), body }
}
