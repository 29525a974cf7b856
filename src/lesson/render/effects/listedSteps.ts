import type { LearnerRelease, LearnerStep } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { StepLock } from '../../../contracts/stepLock.ts'
import type { Keyboard } from '../outgoingMessage.ts'
import { lockText } from '../rules/lockText.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { shortenText } from '../text/shortenText.ts'
import { lineText } from '../text/lineText.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'
import type { EffectOf } from './effectOf.ts'

/** A step in a list of steps. */
type Line = {
  step: LearnerStep
  index: number
  mark: EffectOf<'contents'>['steps'][number]['mark']
  isBookmarked: boolean
  isOptional: boolean
  lock?: StepLock
}

const signs = { done: '✅', current: '▶️', waiting: '⏳', open: '🔓', locked: '🔒' } as const
/** Up to this many, buttons bear titles; more of them would be a wall, so they bear numbers. */
const maxTitledButtons = 30
const numbersPerRow = 5

export const linesOf = (
  release: LearnerRelease,
  steps: EffectOf<'contents' | 'bookmarks'>['steps'],
): Line[] => {
  const hasRequired = release.steps.some(({ isRequired }) => isRequired)
  const places = new Map(release.steps.map((step, index) => [step.id, { step, index }]))
  return steps.flatMap(({ stepId, mark, isBookmarked = false, lock }) => {
    const place = places.get(stepId)
    if (place === undefined) return []
    return [{ ...place, mark, isBookmarked, isOptional: hasRequired && !place.step.isRequired, lock }]
  })
}

/** The steps in words, each section under its name. */
export const listText = (lines: readonly Line[], maxTitle: number, locale: Locale): RichText => {
  let section: string | null = null
  let saidBefore = ''
  const parts = lines.flatMap(({ step, index, mark, isBookmarked, isOptional, lock }, place): RichText[] => {
    const title = lineText(step.title, maxTitle)
    const name = isOptional ? formatText(locale, 'contentsOptional', { title }).text : title
    // What keeps it locked stands below it, cut as titles are; of steps that open together, below the first.
    const said =
      lock === undefined ? '' : `\n      ${shortenText(lockText(lock, 'listed', locale), maxTitle)}`
    const why = said === saidBefore ? '' : said
    saidBefore = said
    const line = plainText(`${signs[mark]} ${index + 1}. ${name}${isBookmarked ? ' 🔖' : ''}${why}`)
    const own = step.section?.trim() || null
    if (own === section) return [line]
    section = own
    const blank = plainText(place === 0 ? '' : '\n')
    if (own === null) return [joinTexts([blank, line])]
    const heading = formatText(locale, 'contentsSection', { section: lineText(own, maxTitle) })
    return [joinTexts([blank, heading]), line]
  })
  return joinTexts(parts, '\n')
}

/** A button for every step that is not locked. */
export const listKeyboard = (lines: readonly Line[], version: number): Keyboard => {
  const open = lines.filter(({ mark }) => mark !== 'locked')
  const hasTitles = open.length <= maxTitledButtons
  const buttons = open.map(({ step, index, mark }) => {
    const title = hasTitles ? `. ${lineText(step.title, 40)}` : ''
    return tapButton(`${signs[mark]} ${index + 1}${title}`, { action: 'open', version, stepId: step.id })
  })
  const perRow = hasTitles ? 1 : numbersPerRow
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, (row + 1) * perRow),
  )
}
