import type { Block } from '../../lesson/content/block.ts'
import { inlineText } from '../convert/hast/inlineText.ts'
import { blockText } from './blockText.ts'
import { isIndex } from './paths.ts'
import type { Page } from './readPage.ts'
import type { SourceSettings } from './readOrder.ts'
import type { Guess, PlannedCourse } from './types.ts'

/** What the person who imports says outright. */
export type CourseFlags = Partial<
  Pick<PlannedCourse, 'title' | 'description' | 'category' | 'language' | 'tags'>
>

const limits = { title: 200, description: 2000, minDescription: 20, tag: 40, tags: 20 }

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''

const listOf = (value: unknown): string[] => {
  const items = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : []
  return [...new Set(items.map(textOf).filter((tag) => tag !== '' && tag.length <= limits.tag))].slice(
    0,
    limits.tags,
  )
}

export const shorten = (text: string, length: number): string => {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  return `${cut.slice(0, cut.lastIndexOf(' ') > length / 2 ? cut.lastIndexOf(' ') : undefined).trimEnd()}…`
}

/** Badges and lists of links are no description. */
const isProse = (block: Block) =>
  block.type === 'paragraph' &&
  inlineText(block.content.filter(({ type }) => type === 'text')).trim().length >= limits.minDescription

const longEnough = (text: string): string => (text.length >= limits.minDescription ? text : '')

/** Below the page's own title, where it has one and does not say itself: above it stand notices and badges. */
const firstProse = (page: Page | undefined): string => {
  if (page === undefined) return ''
  const { blocks, title, data } = page
  if (longEnough(textOf(data.description)) !== '') return textOf(data.description)
  const start = blocks.findIndex((block) => block.type === 'heading' && blockText(block).trim() === title)
  return textOf(blockText(blocks.slice(start + 1).find(isProse) ?? { type: 'divider' }))
}

/** Letters tell: Cyrillic ones make a text Russian here, everything else is taken for English. */
const guessLanguage = (pages: Page[]): string => {
  const text = pages
    .flatMap(({ blocks }) => blocks.map(blockText))
    .join(' ')
    .slice(0, 200_000)
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return cyrillic > latin / 2 ? 'ru' : 'en'
}

const levelOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5 ? value : null

type Candidate = { value: string; from: string }

export const describeCourse = (options: {
  name: string
  flags: CourseFlags
  settings: SourceSettings
  readme: Page | undefined
  pages: Page[]
  languages: readonly string[]
  categories: readonly string[]
  /** Path of the picture that the settings name. */
  thumbnail: string | null
}): { course: PlannedCourse; guesses: Guess[] } => {
  const { name, flags, settings, readme, pages, languages, categories } = options
  const { data } = settings
  const settingsName = settings.file ?? ''
  const index = pages.find(({ path }) => isIndex(path))
  const home = readme ?? index
  const guesses: Guess[] = []

  const choose = (
    field: 'title' | 'description' | 'category' | 'language',
    candidates: Candidate[],
  ): string => {
    if (flags[field]) return flags[field]
    const found = candidates.find(({ value }) => value !== '') ?? { value: '', from: '' }
    guesses.push({ field, ...found })
    return found.value
  }

  const title = choose('title', [
    { value: textOf(data.title) || textOf(data.site_name), from: settingsName },
    { value: home && home.path !== '' ? home.title : '', from: home?.path ?? '' },
    { value: name.replace(/[-_]+/g, ' ').trim(), from: 'folder' },
  ]).slice(0, limits.title)
  const language = choose('language', [
    {
      value: languages.includes(textOf(data.lang).slice(0, 2)) ? textOf(data.lang).slice(0, 2) : '',
      from: settingsName,
    },
    { value: languages.includes(textOf(data.language)) ? textOf(data.language) : '', from: settingsName },
    { value: guessLanguage(pages), from: 'letters' },
  ])
  const description = choose('description', [
    { value: longEnough(textOf(data.description) || textOf(data.site_description)), from: settingsName },
    // The README of a lesson of The Carpentries is for those who write it.
    ...[settings.isCarpentries ? index : undefined, home].map((page) => ({
      value: firstProse(page),
      from: page?.path ?? '',
    })),
    ...pages.map((page) => ({ value: firstProse(page), from: page.path })),
    { value: title, from: 'title' },
  ])
  const wished = textOf(data.category).toLowerCase()
  const category = choose('category', [
    { value: categories.includes(wished) ? wished : '', from: settingsName },
    { value: 'other', from: 'default' },
  ])
  const tags = flags.tags ?? listOf(data.keywords ?? data.tags)
  if (!flags.tags && tags.length > 0)
    guesses.push({ field: 'tags', value: tags.join(', '), from: settingsName })

  const minutes = pages.reduce((sum, page) => sum + minutesOf(page), 0)
  return {
    course: {
      title,
      description: shorten(description, limits.description),
      category,
      language,
      tags,
      estimatedDuration: minutes > 0 ? minutes : null,
      difficultyLevel: levelOf(data.difficulty),
      thumbnail: options.thumbnail,
    },
    guesses,
  }
}

/** The Carpentries say how long teaching and exercises take. */
export const minutesOf = ({ data }: Page): number =>
  [data.teaching, data.exercises, data.duration, data.estimatedDuration].reduce<number>(
    (sum, value) => sum + (typeof value === 'number' && value > 0 && value < 10_000 ? Math.round(value) : 0),
    0,
  )
