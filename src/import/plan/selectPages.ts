import path from 'node:path'

import type { Source } from '../source/source.ts'
import { baseOf, comparePaths, extensionOf, folderOf, isIndex, normalizePath, stemOf } from './paths.ts'
import type { SkipReason } from './types.ts'

const pageExtensions = new Set(['md', 'markdown', 'mdx', 'rmd', 'qmd'])
export const isPage = (path: string): boolean => pageExtensions.has(extensionOf(path))

const repositoryFiles =
  /^(license|licence|code_of_conduct|contributing|security|support|changelog|authors|citation|translations?|pull_request_template|issue_template|attributions?|governance|maintainers)$/i
const siteFiles = /^(_sidebar|_navbar|_coverpage|summary|404|links)$/i
const siteFolders = /^(_site|_includes|_layouts|site|renv|bin|code-of-conduct|vendor|dist|build)$/i
const translationFolders = /^(translations|translated_images|i18n|locales?)$/i
/** `assignment.es.md`, `README.zh-cn.md` beside what they translate. */
const translated = /^(.+\.|readme[-_])[a-z]{2}(?:[-_][a-z]{2,4})?$/i
/** What is written about a folder of pictures or data. */
const assetFolders = /^(fig|figs|figures|images|img|media|assets|static|data|files|code)$/i
/** Lessons in forms that are not read. */
const otherForms = new Set(['ipynb', 'rst', 'adoc', 'tex', 'docx'])
const numbered = /^\d+[-_. ]/

export type Selection = { pages: string[]; skipped: { path: string; reason: SkipReason }[] }

export type SelectOptions = {
  /** A lesson of The Carpentries: its README is about the repository. */
  isCarpentries: boolean
  /** Paths in the order that the source itself names; others follow. */
  order: string[]
  /** That order is a table of contents: what it does not name is no part of the lessons. */
  isOrderWhole: boolean
  /** Files, folders or patterns that shall come along, whatever they are; and those that shall not. */
  include: string[]
  skip: string[]
}

const isWithin = (file: string, places: string[]): boolean =>
  places.some((place) => {
    const name = normalizePath(place) ?? place
    return file === name || file.startsWith(`${name}/`) || path.posix.matchesGlob(file, name)
  })

type Surroundings = { all: ReadonlySet<string>; isNumbered: boolean }

const isTranslation = (file: string, all: Surroundings['all']): boolean => {
  const stem = translated.exec(stemOf(file))?.[1]?.slice(0, -1) ?? ''
  const folder = folderOf(file)
  return stem !== '' && all.has(`${folder === '' ? '' : `${folder}/`}${stem}.${extensionOf(file)}`)
}

const reasonToSkip = (
  path: string,
  options: SelectOptions,
  { all, isNumbered }: Surroundings,
): SkipReason | null => {
  if (isWithin(path, options.skip)) return 'asked'
  if (isWithin(path, options.include)) return null
  const folders = folderOf(path).split('/')
  if (folders.some((folder) => translationFolders.test(folder)) || isTranslation(path, all))
    return 'translation'
  if (folders.some((folder) => siteFolders.test(folder)) || siteFiles.test(stemOf(path))) return 'site'
  if (repositoryFiles.test(stemOf(path))) return 'repository'
  if (options.isCarpentries && path.toLowerCase() === 'readme.md') return 'repository'
  if (options.order.includes(path)) return null
  if (options.isOrderWhole) return 'notListed'
  if (isIndex(path) && assetFolders.test(folders.at(-1) ?? '')) return 'repository'
  // Where lessons stand in numbered folders, the others hold what belongs to the repository.
  const [top = ''] = folders
  if (isNumbered && top !== '' && !numbered.test(top)) return 'notNumbered'
  return null
}

/** Which files are lessons, in the order in which they are learned; of the others why not. */
export const selectPages = (source: Source, options: SelectOptions): Selection => {
  const paths = [...source.files.keys()].filter(isPage).toSorted(comparePaths)
  const numberedFolders = new Set(
    paths.map((path) => path.split('/')[0]!).filter((name) => numbered.test(name)),
  )
  const surroundings = {
    all: new Set(paths),
    isNumbered: [...numberedFolders].filter((name) => !isPage(name)).length >= 2,
  }
  const rank = new Map(options.order.map((path, index) => [path, index]))
  const skipped: Selection['skipped'] = [...source.files.keys()]
    .filter((path) => otherForms.has(extensionOf(path)))
    .toSorted(comparePaths)
    .map((path) => ({ path, reason: 'notMarkdown' }))
  const pages = paths.filter((path) => {
    const reason = reasonToSkip(path, options, surroundings)
    if (reason !== null) skipped.push({ path, reason })
    return reason === null
  })
  const rankOf = (path: string) => rank.get(path) ?? (baseOf(path) === path ? -1 : rank.size)
  return {
    pages: rank.size === 0 ? pages : pages.toSorted((a, b) => rankOf(a) - rankOf(b) || comparePaths(a, b)),
    skipped,
  }
}
