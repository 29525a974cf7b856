import { readYaml } from '../convert/frontMatter.ts'
import type { Finding } from '../convert/finding.ts'
import { readText } from '../source/readText.ts'
import type { Source } from '../source/source.ts'
import { folderOf, normalizePath } from './paths.ts'
import { isPage } from './selectPages.ts'

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(strings)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

/** What a source says of itself: its settings, and the order of its pages if it names one. */
export type SourceSettings = {
  /** Path of the file with the settings, null when there is none. */
  file: string | null
  data: Record<string, unknown>
  order: string[]
  /** The order is a table of contents, and not only a part of one. */
  isOrderWhole: boolean
  isCarpentries: boolean
  problems: Finding[]
}

const settingsFiles = [
  'config.yaml',
  'config.yml',
  '_config.yml',
  '_config.yaml',
  'mkdocs.yml',
  '_quarto.yml',
  'course.yaml',
]
const tablesOfContents = ['_toc.yml', 'docs/_toc.yml', 'book/_toc.yml']

/** A list of fewer pages says where to begin, and not what there is. */
const minContents = 3

/** The Carpentries' lists name files within folders of the same names. */
const carpentriesOrder = (data: Record<string, unknown>, source: Source): string[] => {
  const within = (folder: string, names: string[]) => {
    const all = [...source.files.keys()]
      .filter((path) => folderOf(path) === folder && isPage(path))
      .toSorted()
    const named = names.map((name) => `${folder}/${name}`).filter((path) => source.files.has(path))
    return [...named, ...all.filter((path) => !named.includes(path))]
  }
  return [
    ...['index.md', 'index.Rmd'].filter((path) => source.files.has(path)),
    ...['learners/setup.md', 'setup.md'].filter((path) => source.files.has(path)),
    ...within('episodes', list(data.episodes)),
    ...within('_episodes', []),
    ...within('_episodes_rmd', []),
    ...within('learners', list(data.learners)),
    ...within('_extras', []),
    ...within('instructors', list(data.instructors)),
    ...within('profiles', list(data.profiles)),
  ].filter((path, index, all) => all.indexOf(path) === index)
}

const pathsIn = (names: string[], base: string, source: Source): string[] =>
  names.flatMap((name) => {
    const path = normalizePath(`${base}/${name.replace(/[#?].*$/, '')}`)
    const found = [path, `${path}.md`, `${path}.Rmd`, `${path}/README.md`].find(
      (candidate) => candidate !== null && source.files.has(candidate) && isPage(candidate),
    )
    return found ? [found] : []
  })

const linksOf = (markdown: string): string[] =>
  Array.from(markdown.matchAll(/\]\(<?([^)\s>]+)/g), ([, target = '']) => target)

export const readSettings = async (source: Source): Promise<SourceSettings> => {
  const problems: Finding[] = []
  const textOf = async (path: string): Promise<string> => {
    const text = await readText(source.files.get(path)!)
    if (typeof text === 'string') return text
    problems.push(text)
    return ''
  }
  const yaml = async (path: string) => {
    const text = await textOf(path)
    // Site generators know tags of their own (`!!python/name:…`): they say nothing about the lesson.
    const read = readYaml(text.replace(/!!?python\/\S+/g, "''"), { file: path, firstLine: 1 })
    problems.push(...read.problems)
    return read.data
  }
  const file = settingsFiles.find((path) => source.files.has(path)) ?? null
  const data = file === null ? {} : await yaml(file)
  const isCarpentries =
    'carpentry' in data || source.files.has('_episodes/.gitkeep') || hasFolder(source, '_episodes')

  let order: string[] = []
  const toc = tablesOfContents.find((path) => source.files.has(path))
  const summary = ['SUMMARY.md', 'src/SUMMARY.md', 'docs/SUMMARY.md'].find((path) => source.files.has(path))
  if (isCarpentries || Array.isArray(data.episodes)) order = carpentriesOrder(data, source)
  else if (toc !== undefined) order = pathsIn(strings(await yaml(toc)), folderOf(toc), source)
  else if (file === 'mkdocs.yml' && data.nav !== undefined)
    order = pathsIn(strings(data.nav), typeof data.docs_dir === 'string' ? data.docs_dir : 'docs', source)
  else if (summary !== undefined) order = pathsIn(linksOf(await textOf(summary)), folderOf(summary), source)
  const isOrderWhole = !isCarpentries && !Array.isArray(data.episodes) && order.length >= minContents
  return { file, data, order: [...new Set(order)], isOrderWhole, isCarpentries, problems }
}

const hasFolder = (source: Source, folder: string): boolean =>
  [...source.files.keys()].some((path) => path.startsWith(`${folder}/`))
