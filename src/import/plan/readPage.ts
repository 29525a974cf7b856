import { fitBlocks } from './fitBlocks.ts'
import { markdownToBlocks } from '../convert/markdownToBlocks.ts'
import { splitFrontMatter } from '../convert/frontMatter.ts'
import { inlineText } from '../convert/hast/inlineText.ts'
import type { Target } from '../convert/hast/context.ts'
import type { Finding } from '../convert/finding.ts'
import type { Block, Inline } from '../../lesson/content/block.ts'
import { readText } from '../source/readText.ts'
import type { SourceFile } from '../source/source.ts'
import { baseOf, extensionOf, folderOf, isIndex, stemOf } from './paths.ts'

export type Page = {
  path: string
  title: string
  /** From its YAML front matter. */
  data: Record<string, unknown>
  blocks: Block[]
  quizLines: number[]
  findings: Finding[]
}

type Options = {
  resolve: (address: string) => Target
  nameOfDiv: (kind: string) => string
  /** What the source's settings call the course, '' when they do not. */
  courseTitle: string
}

const plain = (text: string): Inline[] => [{ type: 'text', text, marks: [] }]

/** `01-getting_started` → `Getting started`. */
export const titleFromName = (path: string, courseTitle: string): string => {
  if (isIndex(path) && folderOf(path) === '' && courseTitle !== '') return courseTitle
  const name = isIndex(path) && folderOf(path) !== '' ? baseOf(folderOf(path)) : stemOf(path)
  const words =
    name
      .replace(/^\d+[-_. ]+/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Older lessons of The Carpentries name these in the front matter. */
const listOf = (data: Record<string, unknown>, kind: string, nameOfDiv: Options['nameOfDiv']): Block[] => {
  const value = data[kind]
  const items = (Array.isArray(value) ? value : []).filter(
    (item) => typeof item === 'string' && item.trim() !== '',
  )
  if (items.length === 0) return []
  const list: Block = {
    type: 'list',
    kind: 'bullet',
    start: 1,
    items: items.map((item: string) => ({ content: plain(item.trim()), lists: [], isChecked: null })),
  }
  const important = kind === 'keypoints'
  return [{ type: 'callout', kind: important ? 'important' : 'note', title: nameOfDiv(kind), blocks: [list] }]
}

/** The first heading of the first level; it leaves the page when only pictures and a few words come before it. */
const takeTitle = (blocks: Block[]): { heading: string | null; rest: Block[] } => {
  const index = blocks.findIndex((block) => block.type === 'heading' && block.level === 1)
  const found = blocks[index]
  if (found?.type !== 'heading') return { heading: null, rest: blocks }
  const heading = inlineText(found.content).replace(/\s+/g, ' ').trim()
  const isFirst = blocks.slice(0, index).every(({ type }) => ['paragraph', 'image', 'embed'].includes(type))
  return { heading, rest: isFirst ? blocks.toSpliced(index, 1) : blocks }
}

export const readPage = async (
  file: SourceFile,
  { resolve, nameOfDiv, courseTitle }: Options,
): Promise<Page> => {
  const { path } = file
  const nothing = { path, title: titleFromName(path, courseTitle), data: {}, blocks: [], quizLines: [] }
  const text = await readText(file)
  if (typeof text !== 'string') return { ...nothing, findings: [text] }

  const { data, body, problems } = splitFrontMatter(text, path)
  const isMdx = extensionOf(path) === 'mdx'
  const converted = markdownToBlocks(body, { file: path, isMdx, resolve, nameOfDiv })
  const found = fitBlocks(converted.blocks)
  const { heading, rest } = takeTitle(found)
  const named = typeof data.title === 'string' ? data.title.trim() : ''
  const title = named || heading || titleFromName(path, courseTitle)
  const isSame = heading === null || heading === title
  return {
    path,
    title,
    data,
    quizLines: converted.quizLines,
    findings: [...problems, ...converted.findings],
    blocks: [
      ...listOf(data, 'questions', nameOfDiv),
      ...listOf(data, 'objectives', nameOfDiv),
      ...(isSame ? rest : found),
      ...listOf(data, 'keypoints', nameOfDiv),
    ],
  }
}
