import { RE2JS } from 're2js'

/** In linear time: whoever writes patterns or answers cannot make grading slow. */
export type Pattern = { takes: (text: string) => boolean }
export type PatternFault = 'syntax' | 'tooLarge'

export const maxPatternLength = 200
/** Instructions; repetitions of repetitions make many of few characters. */
const maxProgram = 300

/** A pattern in RE2's syntax; or what is wrong with it, `detail` being the part that is. */
export const readPattern = (source: string): Pattern | { fault: PatternFault; detail: string } => {
  if (source.length > maxPatternLength)
    return { fault: 'tooLarge', detail: `${source.slice(0, maxPatternLength)}…` }
  try {
    const compiled = RE2JS.compile(source)
    if (compiled.programSize() > maxProgram) return { fault: 'tooLarge', detail: source }
    return { takes: (text) => compiled.matches(text) }
  } catch (error) {
    const [, detail = source] = /`([^]*)`/.exec(error instanceof Error ? error.message : '') ?? []
    return { fault: 'syntax', detail: detail === '' ? source : detail }
  }
}
