import type { Finding } from '../convert/finding.ts'
import { problemCodes } from '../convert/finding.ts'
import type { Source } from '../source/source.ts'
import { mediaOf } from './blockText.ts'
import { describeCourse, minutesOf, type CourseFlags } from './describeCourse.ts'
import { ImportProblems } from './importProblems.ts'
import { baseOf, folderOf } from './paths.ts'
import { parseQuiz } from './parseQuiz.ts'
import { readSettings, type SourceSettings } from './readOrder.ts'
import { readPage, type Page } from './readPage.ts'
import { createResolver } from './resolveAddress.ts'
import { isPage, selectPages } from './selectPages.ts'
import { splitPage, type Part } from './splitPage.ts'
import type { ImportPlan, PlannedQuiz, PlannedStep } from './types.ts'

/** More than that is a library, and no course that anybody finishes in a chat. */
export const maxSteps = 1000

export type PlanOptions = {
  flags: CourseFlags
  include: string[]
  skip: string[]
  /** Slips of the source (pictures that are missing, fences that nothing closes) are listed, not refused. */
  isLenient: boolean
  languages: readonly string[]
  categories: readonly string[]
  /** The name of a kind of callout in a language. */
  nameOfDiv: (kind: string, language: string) => string
  /** Whoever imports sees how far it is. */
  onProgress?: (done: number, total: number) => void
}

const forgivable: ReadonlySet<Finding['code']> = new Set(['imageMissing', 'fenceUnclosed', 'divUnclosed'])
const problems: ReadonlySet<string> = new Set(problemCodes)

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100)

const optional = /^(instructors|profiles)\//

/**
 * What importing a source would make. Nothing is written.
 * @throws {ImportProblems} with every fault of the source at once
 */
export const planImport = async (source: Source, options: PlanOptions): Promise<ImportPlan> => {
  const { flags, isLenient } = options
  const settings = await readSettings(source)
  const { pages: paths, skipped } = selectPages(source, {
    ...settings,
    include: options.include,
    skip: options.skip,
  })
  const resolver = createResolver(source)
  const named = (...names: string[]) =>
    names.map((name) => settings.data[name]).find((value) => typeof value === 'string') ?? ''
  const language = flags.language ?? (named('lang', 'language') || 'en')
  const nameOfDiv = (kind: string) => options.nameOfDiv(kind, language)
  const courseTitle = flags.title ?? named('title', 'site_name')
  const read = (path: string) =>
    readPage(source.files.get(path)!, { resolve: resolver(path), nameOfDiv, courseTitle })

  const pages: Page[] = []
  for (const [index, path] of paths.entries()) {
    pages.push(await read(path))
    options.onProgress?.(index + 1, paths.length)
  }
  const readmePath = [...source.files.keys()].find((path) => /^readme\.(md|markdown)$/i.test(path))
  const readme =
    pages.find(({ path }) => path === readmePath) ??
    (readmePath === undefined ? undefined : await read(readmePath))

  const findings = [...settings.problems, ...pages.flatMap((page) => page.findings)]
  const thumbnail = thumbnailOf(settings, findings, resolver(''))
  const name = source.name
  const { course, guesses } = describeCourse({ ...options, name, settings, readme, pages, thumbnail })
  const steps = pages.flatMap((page) => stepsOf(page, findings, resolver(page.path)))
  if (steps.length === 0 && findings.length === 0)
    findings.push({ code: 'noLessons', file: source.name, line: null, what: String(skipped.length) })
  if (steps.length > maxSteps)
    findings.push({
      code: 'tooManySteps',
      file: steps[maxSteps]?.key.replace(/#.*$/, '') ?? source.name,
      line: null,
      what: `${steps.length} > ${maxSteps}`,
    })

  const isProblem = ({ code }: Finding) => problems.has(code) && !(isLenient && forgivable.has(code))
  const faults = findings.filter(isProblem)
  if (faults.length > 0) throw new ImportProblems(faults)
  return {
    course,
    steps,
    media: collectMedia(steps, thumbnail),
    guesses,
    losses: findings.filter((finding) => !isProblem(finding)),
    skipped,
  }
}

const thumbnailOf = (
  { file, data }: SourceSettings,
  findings: Finding[],
  resolve: ReturnType<ReturnType<typeof createResolver>>,
): string | null => {
  if (typeof data.thumbnail !== 'string') return null
  const target = resolve(data.thumbnail)
  if (target.type === 'file' && target.kind === 'image') return target.ref
  findings.push({ code: 'imageMissing', file: file ?? '', line: null, what: data.thumbnail })
  return null
}

const stepsOf = (
  page: Page,
  findings: Finding[],
  resolve: ReturnType<ReturnType<typeof createResolver>>,
): PlannedStep[] => {
  const keys = new Set<string>()
  const parts = splitPage(page.blocks)
  const minutes = minutesOf(page)
  let quizzes = 0
  return parts.map((part, index) => {
    const quiz = part.quiz === null ? null : readQuiz(part.quiz, page, quizzes++, findings, resolve)
    const heading = quiz?.title || part.heading || page.title
    const title = part.part > 1 ? `${heading} (${part.part})` : heading
    return {
      key: uniqueKey(`${page.path}#${slugOf(part.part > 1 ? `${heading} ${part.part}` : heading)}`, keys),
      title: title.slice(0, 200),
      section: sectionOf(page, parts),
      isRequired: !optional.test(page.path),
      estimatedDuration: index === 0 && minutes > 0 ? minutes : null,
      blocks: part.blocks,
      quiz: quiz?.quiz ?? null,
    }
  })
}

const sectionOf = (page: Page, parts: Part[]): string | null => {
  const named = typeof page.data.section === 'string' ? page.data.section.trim() : ''
  if (named !== '') return named.slice(0, 100)
  if (parts.length > 1) return page.title.slice(0, 100)
  const folder = folderOf(page.path)
  return folder === '' || isPage(folder) ? null : baseOf(folder).replace(/[-_]+/g, ' ').slice(0, 100)
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
  resolve: ReturnType<ReturnType<typeof createResolver>>,
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
      what: `${code} ${what}`.trim(),
    })
  return { title, quiz }
}

const collectMedia = (steps: PlannedStep[], thumbnail: string | null): ImportPlan['media'] => {
  const media: ImportPlan['media'] = new Map()
  const add = (path: string, alt: string) => {
    if (!media.has(path) || (media.get(path)?.alt === '' && alt !== '')) media.set(path, { alt })
  }
  if (thumbnail !== null) add(thumbnail, '')
  for (const { blocks, quiz } of steps) {
    for (const { media: path, alt } of blocks.flatMap(mediaOf)) add(path, alt)
    for (const question of quiz?.questions ?? []) if (question.media !== null) add(question.media, '')
  }
  return media
}
