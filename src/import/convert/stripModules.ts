import type { Finding } from './finding.ts'

const moduleLine =
  /^(?:import\s.+from\s+['"]|import\s+['"]|export\s+(?:const|default|function|let|var|class|\{))/

/** What makes MDX a program: imports, exports, comments in braces. Emptied, so that line numbers stay. */
export const stripModules = (source: string, file: string): { text: string; findings: Finding[] } => {
  const findings: Finding[] = []
  let fence: string | undefined
  let isModule = false
  const lines = source.split('\n').map((line, index) => {
    const [mark] = /^\s*(?:`{3,}|~{3,})/.exec(line) ?? []
    if (mark !== undefined && !isModule) {
      const sign = mark.trim()
      if (fence === undefined) fence = sign
      else if (sign.startsWith(fence)) fence = undefined
      return line
    }
    if (fence !== undefined) return line
    if (isModule || moduleLine.test(line)) {
      if (!isModule)
        findings.push({ code: 'component', file, line: index + 1, what: line.trim().slice(0, 200) })
      // Such a statement goes on until an empty line.
      isModule = line.trim() !== '' && !/['"};]\s*$/.test(line)
      return ''
    }
    return line
  })
  const text = lines.join('\n').replace(/\{\/\*[^]*?\*\/\}/g, (comment) => comment.replace(/[^\n]/g, ''))
  return { text, findings }
}
