/** What stands between braces. A brace alone is a brace. */
export const placeholder = /\{([^{}\n]*)\}/g

export const placeholdersIn = (text: string): string[] =>
  Array.from(text.matchAll(placeholder), ([, name = '']) => name.trim())
