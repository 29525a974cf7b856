import type { Fields } from '../fields.ts'

type ButtonStyle = 'danger' | 'success' | 'primary'

const STYLES = new Set(['danger', 'success', 'primary'])

/** Undefined for the look that the app chooses. */
export function readButtonStyle(button: Fields): ButtonStyle | undefined {
  const style = String(button.style ?? '').toLowerCase()
  if (style === '' || style === 'default') return undefined
  if (!STYLES.has(style)) throw new Error('invalid button style specified')
  return style as ButtonStyle
}
