import type { LearnerRelease, LearnerStep } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { shortenText } from '../text/shortenText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import { progressLine } from './progressLine.ts'

type Line = { step: LearnerStep; index: number; mark: EffectOf<'contents'>['steps'][number]['mark'] }

const signs = { done: '✅', current: '▶️', open: '🔓', locked: '🔒' } as const
/** Telegram takes 100 buttons under a message. More open steps get a message more, with buttons below it. */
const maxButtons = 90
/** Up to this many, buttons bear titles; more of them would be a wall, so they bear numbers. */
const maxTitledButtons = 30
const numbersPerRow = 5

const linesOf = (release: LearnerRelease, effect: EffectOf<'contents'>): Line[] => {
  const places = new Map(release.steps.map((step, index) => [step.id, { step, index }]))
  return effect.steps.flatMap(({ stepId, mark }) => {
    const place = places.get(stepId)
    return place === undefined ? [] : [{ ...place, mark }]
  })
}

const inChunks = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, chunk) =>
    items.slice(chunk * size, (chunk + 1) * size),
  )

const listText = (lines: readonly Line[], previous: Line | undefined, locale: Locale): RichText => {
  let section = previous?.step.section ?? null
  const parts = lines.flatMap(({ step, index, mark }, place): RichText[] => {
    const line = plainText(`${signs[mark]} ${index + 1}. ${shortenText(step.title, 200)}`)
    if (step.section === section) return [line]
    section = step.section
    const blank = plainText(place === 0 ? '' : '\n')
    if (section === null || section.trim() === '') return [joinTexts([blank, line])]
    return [joinTexts([blank, formatText(locale, 'contentsSection', { section })]), line]
  })
  return joinTexts(parts, '\n')
}

const keyboardOf = (lines: readonly Line[], version: number, hasTitles: boolean) => {
  const buttons = lines.map(({ step, index, mark }) => {
    const title = hasTitles ? `. ${shortenText(step.title, 40)}` : ''
    return tapButton(`${signs[mark]} ${index + 1}${title}`, { action: 'open', version, stepId: step.id })
  })
  return inChunks(buttons, hasTitles ? 1 : numbersPerRow)
}

/** The whole course in words, and a button for every step that is not locked. */
export const contentsMessages = (
  release: LearnerRelease,
  effect: EffectOf<'contents'>,
  locale: Locale,
): OutgoingMessage[] => {
  const lines = linesOf(release, effect)
  const isOpen = (line: Line) => line.mark !== 'locked'
  const openCount = lines.filter(isOpen).length
  const pages = inChunks(lines, openCount > maxButtons ? maxButtons : Math.max(1, lines.length))
  const head = formatText(locale, 'contentsTitle', { title: release.title })
  const foot = joinTexts(
    [progressLine(effect.progress, locale), formatText(locale, 'contentsLegend', {})],
    '\n\n',
  )
  const firstPage: Line[][] = [[]]
  return (pages.length > 0 ? pages : firstPage).flatMap((page, number, all) => {
    const text = [
      ...(number === 0 ? [head] : []),
      listText(page, all[number - 1]?.at(-1), locale),
      ...(number === all.length - 1 ? [foot] : []),
    ]
    const keyboard = keyboardOf(page.filter(isOpen), effect.version, openCount <= maxTitledButtons)
    return toMessages(joinTexts(text, '\n\n'), keyboard)
  })
}
