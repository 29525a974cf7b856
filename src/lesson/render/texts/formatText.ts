import { IntlMessageFormat } from 'intl-messageformat'

import type { Locale } from '../../../contracts/locale.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { wrapText } from '../text/wrapText.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import type { Catalogue, TextKey, textArguments } from './textArguments.ts'

type Value = string | number
type Values<Key extends TextKey> = Record<(typeof textArguments)[Key][number], Value>
type Chunk = string | RichText

const catalogues: Record<Locale, Catalogue> = { ru, en }

/** Parsed once each. The catalogues are fixed, so this neither grows nor differs between two copies. */
const parsed = new Map<string, IntlMessageFormat>()

const messageOf = (locale: Locale, key: TextKey): IntlMessageFormat => {
  const id = `${locale} ${key}`
  const known = parsed.get(id) ?? new IntlMessageFormat(catalogues[locale][key], locale)
  parsed.set(id, known)
  return known
}

const joinChunks = (chunks: readonly Chunk[]): RichText =>
  joinTexts(chunks.map((chunk) => (typeof chunk === 'string' ? plainText(chunk) : chunk)))

/** A text of the catalogue in that language; its `<b>` is bold, values are never markup. */
export const formatText = <Key extends TextKey>(locale: Locale, key: Key, values: Values<Key>): RichText => {
  const formatted = messageOf(locale, key).format<RichText>({
    ...(values as Record<string, Value>),
    b: (chunks: Chunk[]) => wrapText(joinChunks(chunks), { type: 'bold' }),
  })
  return joinChunks(Array.isArray(formatted) ? formatted : [formatted])
}
