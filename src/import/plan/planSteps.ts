import type { Block } from '../../lesson/content/block.ts'
import { inlineText } from '../convert/hast/inlineText.ts'
import type { Finding } from '../convert/finding.ts'
import { minutesOf, shorten } from './describeCourse.ts'
import { parseQuiz } from './parseQuiz.ts'
import { folderOf } from './paths.ts'
import { titleFromName, type Page } from './readPage.ts'
import type { createResolver } from './resolveAddress.ts'
import { isPage } from './selectPages.ts'
import { splitPage, type Part } from './splitPage.ts'
import type { PlannedQuiz, PlannedStep } from './types.ts'

type Resolve = ReturnType<ReturnType<typeof createResolver>>

const limits = { title: 200, section: 100 }

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100)

const optional = /^(instructors|profiles)\//

const says = (block: Block | undefined, text: string): boolean =>
  block?.type === 'heading' && inlineText(block.content).replace(/\s+/g, ' ').trim() === text

const headingOf = (text: string): Block => ({
  type: 'heading',
  level: 1,
  content: [{ type: 'text', text, marks: [] }],
})

/**
 * A page as steps. No word of it is lost: a heading leaves the text only for a title that says the same, and a title
 * of the page that is nowhere said is put above its first step.
 */
export const planSteps = (page: Page, findings: Finding[], resolve: Resolve): PlannedStep[] => {
  const keys = new Set<string>()
  const parts = splitPage(page.blocks)
  const minutes = minutesOf(page)
  const section = sectionOf(page, parts)
  let quizzes = 0
  const counts = new Map<string, number>()
  return parts.map((part, index) => {
    const quiz = part.quiz === null ? null : readQuiz(part.quiz, page, quizzes++, findings, resolve)
    const heading = quiz?.title || part.heading || page.title
    // A quiz that has a title of its own is no part of what stands around it.
    const isPart = !quiz?.title
    const number = isPart ? (counts.get(heading) ?? 0) + 1 : 1
    if (isPart) counts.set(heading, number)
    const title = shorten(number > 1 ? `${heading} (${number})` : heading, limits.title)
    const [first, ...rest] = part.blocks
    const blocks = says(first, title) && (rest.length > 0 || quiz !== null) ? rest : part.blocks
    const isTitleSaid =
      index > 0 ||
      title === page.title ||
      section === page.title ||
      blocks.some((block) => says(block, page.title))
    return {
      key: uniqueKey(`${page.path}#${slugOf(number > 1 ? `${heading} ${number}` : heading)}`, keys),
      file: page.path,
      title,
      section,
      isRequired: !optional.test(page.path),
      estimatedDuration: index === 0 && minutes > 0 ? minutes : null,
      blocks: isTitleSaid ? blocks : [headingOf(page.title), ...blocks],
      quiz: quiz?.quiz ?? null,
    }
  })
}

const sectionOf = (page: Page, parts: Part[]): string | null => {
  const named = typeof page.data.section === 'string' ? page.data.section.trim() : ''
  if (named !== '') return shorten(named, limits.section)
  if (parts.length > 1) return shorten(page.title, limits.section)
  const folder = folderOf(page.path)
  return folder === '' || isPage(folder) ? null : shorten(titleFromName(folder, ''), limits.section)
}

const uniqueKey = (key: string, taken: Set<string>): string => {
  let unique = key
  for (let count = 2; taken.has(unique); count++) unique = `${key}-${count}`
  taken.add(unique)
  return unique
}

const readQuiz = (
  text: string,
  page: Page,
  index: number,
  findings: Finding[],
  resolve: Resolve,
): { title: string; quiz: PlannedQuiz } => {
  const findPicture = (address: string) => {
    const target = resolve(address)
    return target.type === 'file' && target.kind === 'image' ? target.ref : null
  }
  const { title, quiz, problems: faults } = parseQuiz(text, { findPicture })
  const firstLine = page.quizLines[index] ?? 1
  for (const { code, line, what } of faults)
    findings.push({
      code: 'quizBroken',
      file: page.path,
      line: firstLine + line - 1,
      what,
      quiz: code,
    })
  return { title, quiz }
}
