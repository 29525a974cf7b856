/** What stands in these is no Markdown. */
const VERBATIM = new Set(['pre', 'code', 'tg-math', 'tg-math-block', 'script', 'style'])
const PIECE = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+|</gi

/** A block of HTML in Markdown: the text in its tags is Markdown too. */
export function htmlWithMarkdown(html: string, renderInline: (text: string) => string): string {
  let verbatim: string | undefined
  return html.replace(PIECE, (piece, slash?: string, name?: string) => {
    const tag = name?.toLowerCase()
    if (tag !== undefined) {
      if (verbatim === undefined && slash === '' && VERBATIM.has(tag) && !piece.endsWith('/>')) verbatim = tag
      else if (slash === '/' && tag === verbatim) verbatim = undefined
      return piece
    }
    if (verbatim !== undefined || piece.startsWith('<!--') || piece.trim() === '') return piece
    // Spaces at the ends may part words from those in tags around.
    const [before = ''] = /^\s*/.exec(piece) ?? []
    const [after = ''] = /\s*$/.exec(piece) ?? []
    return before + renderInline(piece.trim()) + after
  })
}
