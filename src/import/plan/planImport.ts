import type { Finding } from '../convert/finding.ts'
import { forgivable, problemCodes } from '../convert/finding.ts'
import type { Source } from '../source/source.ts'
import { mediaOf } from './blockText.ts'
import { describeCourse, type CourseFlags } from './describeCourse.ts'
import { ImportProblems } from './importProblems.ts'
import { planSteps } from './planSteps.ts'
import { readSettings, type SourceSettings } from './readOrder.ts'
import { readPage, type Page } from './readPage.ts'
import { createResolver } from './resolveAddress.ts'
import { selectPages } from './selectPages.ts'
import type { ImportPlan, PlannedStep } from './types.ts'

/** More than that is a library, and no course that anybody finishes in a chat. */
const maxSteps = 1000

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
  /** Told of each file before it is read. */
  onProgress?: (done: number, total: number, file: string) => void
}

const problems: ReadonlySet<string> = new Set(problemCodes)

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
  if (paths.length > maxSteps) throw new ImportProblems([tooManySteps(paths.length, paths[maxSteps]!)])
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
    options.onProgress?.(index, paths.length, path)
    pages.push(await read(path))
  }
  const readmePath = [...source.files.keys()].find((path) => /^readme\.(md|markdown)$/i.test(path))
  const readme =
    pages.find(({ path }) => path === readmePath) ??
    (readmePath === undefined ? undefined : await read(readmePath))

  const findings = [...settings.problems, ...pages.flatMap((page) => page.findings)]
  const thumbnail = thumbnailOf(settings, findings, resolver(''))
  const name = source.name
  const { course, guesses } = describeCourse({ ...options, name, settings, readme, pages, thumbnail })
  const steps: PlannedStep[] = []
  for (const page of pages) {
    const planned = planSteps(page, findings, resolver(page.path))
    if (planned.length === 0) skipped.push({ path: page.path, reason: 'empty' })
    steps.push(...planned)
    // Said of the page with which there are too many, once.
    if (steps.length > maxSteps && steps.length - planned.length <= maxSteps)
      findings.push(tooManySteps(steps.length, page.path))
  }
  options.onProgress?.(paths.length, paths.length, '')

  const isProblem = ({ code }: Finding) => problems.has(code) && !(isLenient && forgivable.has(code))
  if (steps.length === 0 && !findings.some(isProblem))
    findings.push({ code: 'noLessons', file: source.name, line: null, what: String(skipped.length) })
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

const tooManySteps = (count: number, file: string): Finding => ({
  code: 'tooManySteps',
  file,
  line: null,
  what: String(count),
})

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
