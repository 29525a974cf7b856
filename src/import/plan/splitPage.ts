import { inlineText } from '../convert/hast/inlineText.ts'
import { quizLanguage } from '../convert/hast/readCode.ts'
import type { Block } from '../../lesson/content/block.ts'
import { mediaOf } from './blockText.ts'
import { divideBlock, lengthOf, pack } from './divideBlock.ts'

/** A part of a page that becomes a step. `heading` null: what stands before the first heading. */
export type Part = { heading: string | null; blocks: Block[]; quiz: string | null }

/** Shorter parts go with their neighbour: a step of one line is no step. */
const minLength = 600
/** Longer ones are more than one wants to read in a chat at once. */
const maxLength = 6000
/** Each may be a message, and the text between two of them another: a step has at most twenty. */
const maxMedia = 9

const isTooLong = (blocks: readonly Block[]) =>
  lengthOf(blocks) > maxLength || blocks.flatMap(mediaOf).length > maxMedia

const isQuiz = (block: Block): block is Extract<Block, { type: 'code' }> =>
  block.type === 'code' && block.language === quizLanguage

/** The highest level that divides these blocks. */
const findLevel = (blocks: readonly Block[]): number | null => {
  const levels = blocks.flatMap((block, index) =>
    block.type === 'heading' && index > 0 ? [block.level] : [],
  )
  return levels.length === 0 ? null : Math.min(...levels)
}

const titleOf = (block: Block | undefined): string | null => {
  const title = block?.type === 'heading' ? inlineText(block.content).replace(/\s+/g, ' ').trim() : ''
  return title === '' ? null : title
}

type Section = { heading: string | null; blocks: Block[] }

/** Each section with its own heading as its first block. */
const sectionsAt = (blocks: readonly Block[], level: number): Section[] => {
  const sections: Section[] = []
  for (const block of blocks) {
    const isStart = block.type === 'heading' && block.level <= level
    if (isStart || sections.length === 0)
      sections.push({ heading: isStart ? titleOf(block) : null, blocks: [block] })
    else sections.at(-1)!.blocks.push(block)
  }
  return sections
}

const joinShort = (sections: Section[]): Section[] => {
  const joined: Section[] = []
  for (const section of sections) {
    const last = joined.at(-1)
    const isQuizNear = section.blocks.some(isQuiz) || last?.blocks.some(isQuiz)
    if (
      last &&
      !isQuizNear &&
      lengthOf(last.blocks) < minLength &&
      !isTooLong([...last.blocks, ...section.blocks])
    )
      last.blocks.push(...section.blocks)
    else joined.push({ ...section, blocks: [...section.blocks] })
  }
  const end = joined.at(-1)
  const before = joined.at(-2)
  if (
    end &&
    before &&
    lengthOf(end.blocks) < minLength / 2 &&
    !isTooLong([...before.blocks, ...end.blocks]) &&
    ![...before.blocks, ...end.blocks].some(isQuiz)
  ) {
    before.blocks.push(...end.blocks)
    joined.pop()
  }
  return joined
}

/** Into parts of about the same length, so that the last one is no single line. */
const splitByLength = ({ heading, blocks }: Section): Section[] => {
  const target = lengthOf(blocks) / Math.ceil(lengthOf(blocks) / maxLength)
  const whole = blocks.flatMap((block) => divideBlock(block, { length: maxLength, isTooLong }))
  const parts = pack(whole, (group) => {
    const before = group.slice(0, -1)
    // A heading stays with what it heads.
    return before.at(-1)?.type === 'heading' || (lengthOf(before) < target && !isTooLong(group))
  })
  return parts.map((part) => ({ heading, blocks: part }))
}

const divide = (section: Section): Section[] => {
  if (!isTooLong(section.blocks)) return [section]
  const level = findLevel(section.blocks)
  if (level === null) return splitByLength(section)
  const inner = sectionsAt(section.blocks, level).map((part, index) =>
    index === 0 ? { ...part, heading: section.heading } : part,
  )
  const joined = joinShort(inner)
  // Headings that divide it into nothing smaller do not help.
  return joined.length === 1 ? splitByLength(section) : joined.flatMap(divide)
}

/** A quiz is a step by itself; few words before it are its introduction. */
const cutOutQuizzes = ({ heading, blocks }: Section): Part[] => {
  const parts: Part[] = []
  let before: Block[] = []
  const flush = () => {
    if (before.length > 0) parts.push({ heading, blocks: before, quiz: null })
    before = []
  }
  for (const block of blocks) {
    if (!isQuiz(block)) before.push(block)
    else {
      if (lengthOf(before) > minLength) flush()
      parts.push({ heading, blocks: before, quiz: block.code })
      before = []
    }
  }
  flush()
  return parts
}

/** A page as steps, each of a length that one reads at once in a chat. */
export const splitPage = (blocks: readonly Block[]): Part[] => {
  const level = findLevel(blocks)
  const isShort = lengthOf(blocks) < minLength * 4
  const sections: Section[] =
    level === null || isShort
      ? [{ heading: null, blocks: [...blocks] }]
      : joinShort(sectionsAt(blocks, level))
  // The page's own title heads its first step.
  const [first, ...rest] = sections
  const all = first ? [{ ...first, heading: null }, ...rest] : []
  return all.flatMap(divide).flatMap(cutOutQuizzes)
}
