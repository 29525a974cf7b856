import type { SentFile } from '../../../contracts/lessonEvent.ts'
import { keptText } from '../../../contracts/keptText.ts'
import { programExtensions } from '../../../contracts/programExtensions.ts'
import type { DraftRefusal } from '../../../contracts/submission.ts'
import { isInvisible } from '../isInvisible.ts'
import type { Said } from '../said.ts'
import type { DraftItem } from '../learnerState.ts'
import type { Assignment } from '../release.ts'
import { acceptedAs } from './acceptedAs.ts'

/** So much one answer may hold beside files. */
const draftLimits = { texts: 20, characters: 20_000 } as const

type Taken = { item: DraftItem } | { refused: DraftRefusal }

const clean = (text: string | null): string | null => (text === null ? null : keptText(text))

const extensionOf = (name: string | null): string =>
  /\.([a-z0-9]{1,16})$/.exec((name ?? '').trim().toLowerCase())?.[1] ?? ''

const refuseFile = (
  { accepts, maxFiles, maxFileBytes, extensions }: Assignment,
  items: readonly DraftItem[],
  file: SentFile,
): DraftRefusal | null => {
  const fitting = acceptedAs(file).filter((kind) => accepts.includes(kind))
  const extension = extensionOf(file.name)
  if (fitting.length === 0) return 'kind'
  if (programExtensions.has(extension)) return 'program'
  if (fitting.every((kind) => kind === 'file') && extensions.length > 0 && !extensions.includes(extension))
    return 'extension'
  if (file.bytes === 0) return 'empty'
  if (file.bytes !== null && file.bytes > maxFileBytes) return 'tooLarge'
  return items.filter((item) => item.file !== null).length >= maxFiles ? 'tooManyFiles' : null
}

/** What a message adds to an answer that holds `items`, or why it adds nothing. */
export const takeItem = (
  assignment: Assignment,
  items: readonly DraftItem[],
  { kind, text, file }: Said,
): Taken => {
  if (kind === 'other') return { refused: 'kind' }
  const written = clean(text)
  const isBlank = written === null || isInvisible(written)
  if (file === null) {
    if (!assignment.accepts.includes('text')) return { refused: 'kind' }
    if (isBlank) return { refused: 'empty' }
    if (items.filter((item) => item.file === null).length >= draftLimits.texts)
      return { refused: 'tooManyTexts' }
  } else {
    const refused = refuseFile(assignment, items, file)
    if (refused !== null) return { refused }
  }
  const characters = items.reduce((sum, item) => sum + (item.text?.length ?? 0), written?.length ?? 0)
  if (characters > draftLimits.characters) return { refused: 'tooManyTexts' }
  const kept = file === null ? null : { ...file, name: clean(file.name), mimeType: clean(file.mimeType) }
  return { item: { text: isBlank ? null : written, file: kept } }
}
