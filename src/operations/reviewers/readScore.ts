/**
 * Points at the beginning of a message, and the comment behind them: `8 Well done`, `7,5`.
 * @returns null when it does not begin with a number
 */
export const readScore = (text: string): { score: number; comment: string | null } | null => {
  const [, number, rest = ''] =
    /^\s*(\d{1,7}(?:[.,]\d{1,3})?)(?![\d.,]*\d)(?:\s*[.,:;/–—-]+)?(?:\s+([\s\S]*))?$/.exec(text) ?? []
  if (number === undefined) return null
  return { score: Number(number.replace(',', '.')), comment: rest.trim() || null }
}
