import type { Locale } from '../../../contracts/locale.ts'
import type { CalloutKind } from '../../content/block.ts'
import { formatText } from '../texts/formatText.ts'

const looks = {
  note: { sign: 'ℹ️', name: 'calloutNote' },
  tip: { sign: '💡', name: 'calloutTip' },
  important: { sign: '❗', name: 'calloutImportant' },
  warning: { sign: '⚠️', name: 'calloutWarning' },
} as const

export const calloutTitle = (kind: CalloutKind, title: string, locale: Locale): string => {
  const { sign, name } = looks[kind]
  return `${sign} ${title.trim() === '' ? formatText(locale, name, {}).text : title}`
}
