import { describe, expect, it } from 'vitest'

import { memorySource } from '../testing/memorySource.ts'
import { readSettings } from './readOrder.ts'
import { selectPages } from './selectPages.ts'

/** Paths of pages in their order, and of what is passed over with the reason. */
const select = async (
  files: Record<string, string> | string[],
  options: { include?: string[]; skip?: string[] } = {},
) => {
  const source = memorySource(
    Array.isArray(files) ? Object.fromEntries(files.map((path) => [path, 'a'])) : files,
  )
  const settings = await readSettings(source)
  const { pages, skipped } = selectPages(source, { ...settings, include: [], skip: [], ...options })
  return { pages, skipped: Object.fromEntries(skipped.map(({ path, reason }) => [path, reason])) }
}

describe('which files are lessons', () => {
  it('should be sorted as a person would', async () => {
    const { pages } = await select([
      ...['10-end.md', '2-go-on/README.md', '2-go-on/assignment.md', '2-go-on/1-part.md', '1-begin.md'],
      ...['glossary.md', 'setup.md', 'README.md', '2-go-on/part-b/text.md'],
    ])
    expect(pages).toEqual([
      ...['README.md', 'setup.md', '1-begin.md', '2-go-on/README.md', '2-go-on/1-part.md'],
      ...['2-go-on/assignment.md', '2-go-on/part-b/text.md', '10-end.md', 'glossary.md'],
    ])
  })

  it('should leave out what is about the repository, the site, or the same in another language', async () => {
    const { pages, skipped } = await select([
      ...['README.md', 'a.md', 'a.es.md', 'README_zh.md', 'translations/ru/README.md', 'CONTRIBUTING.md'],
      ...['_includes/links.md', 'fig/README.md', 'notes.ipynb', 'b.it-is.md'],
    ])
    expect(pages).toEqual(['README.md', 'a.md', 'b.it-is.md'])
    expect(skipped).toEqual({
      'a.es.md': 'translation',
      'README_zh.md': 'translation',
      'translations/ru/README.md': 'translation',
      'CONTRIBUTING.md': 'repository',
      '_includes/links.md': 'site',
      'fig/README.md': 'repository',
      'notes.ipynb': 'notMarkdown',
    })
  })

  it('should pass over other folders where the lessons stand in numbered ones', async () => {
    const { pages, skipped } = await select([
      'README.md',
      '1-a/README.md',
      '2-b/README.md',
      'quiz-app/README.md',
    ])
    expect(pages).toEqual(['README.md', '1-a/README.md', '2-b/README.md'])
    expect(skipped).toEqual({ 'quiz-app/README.md': 'notNumbered' })
  })

  it('should be as is asked: paths, folders and patterns', async () => {
    const files = ['1-a/README.md', '2-b/README.md', 'extra/one.md', 'extra/deep/two.md', 'LICENSE.md']
    const { pages, skipped } = await select(files, {
      include: ['extra/**/two.md', './LICENSE.md'],
      skip: ['2-b'],
    })
    expect(pages).toEqual(['1-a/README.md', 'LICENSE.md', 'extra/deep/two.md'])
    expect(skipped).toEqual({ '2-b/README.md': 'asked', 'extra/one.md': 'notNumbered' })
  })
})

describe('an order that the source names', () => {
  it('should be that of The Carpentries, with what it forgets at its place', async () => {
    const { pages, skipped } = await select({
      'config.yaml': 'carpentry: swc\nepisodes:\n- 02-b.md\n- 01-a.Rmd\nlearners:\n- reference.md\n',
      ...{ 'index.md': 'a', 'README.md': 'a', 'episodes/01-a.Rmd': 'a', 'episodes/02-b.md': 'a' },
      ...{ 'episodes/03-c.md': 'a', 'learners/setup.md': 'a', 'learners/reference.md': 'a' },
      ...{ 'instructors/notes.md': 'a', 'profiles/who.md': 'a' },
    })
    expect(pages).toEqual([
      ...['index.md', 'learners/setup.md', 'episodes/02-b.md', 'episodes/01-a.Rmd', 'episodes/03-c.md'],
      ...['learners/reference.md', 'instructors/notes.md', 'profiles/who.md'],
    ])
    expect(skipped).toEqual({ 'README.md': 'repository' })
  })

  it('should be that of their older lessons', async () => {
    const { pages } = await select([
      ...[
        '_config.yml',
        '_episodes/02-b.md',
        '_episodes/01-a.md',
        '_extras/guide.md',
        'index.md',
        'setup.md',
      ],
    ])
    expect(pages).toEqual([
      'index.md',
      'setup.md',
      '_episodes/01-a.md',
      '_episodes/02-b.md',
      '_extras/guide.md',
    ])
  })

  const pages = { 'docs/index.md': 'a', 'docs/b.md': 'a', 'docs/a.md': 'a', 'docs/draft.md': 'a' }
  it.each([
    ['mkdocs', { 'mkdocs.yml': 'nav:\n- index.md\n- Part:\n  - B: b.md\n  - a.md\nx: !!python/name:y.z' }],
    ['Jupyter Book', { 'docs/_toc.yml': 'root: index\nchapters:\n- file: b\n- file: a' }],
    ['mdBook', { 'docs/SUMMARY.md': '# Contents\n- [One](index.md)\n- [B](./b.md)\n- [A](a.md#top)' }],
  ])('should be that of %s, and whole', async (_name, contents) => {
    const selection = await select({ ...pages, ...contents })
    expect(selection.pages).toEqual(['docs/index.md', 'docs/b.md', 'docs/a.md'])
    expect(selection.skipped).toMatchObject({ 'docs/draft.md': 'notListed' })
  })

  it('should only begin with a list that is too short to be one', async () => {
    const { pages } = await select({ 'SUMMARY.md': '[B](b.md)', 'a.md': 'a', 'b.md': 'a' })
    expect(pages).toEqual(['a.md', 'b.md'])
  })

  it('should be told apart from settings that cannot be read', async () => {
    const { problems } = await readSettings(memorySource({ 'config.yaml': 'title: a\nepisodes: [b\n' }))
    expect(problems).toMatchObject([{ code: 'yamlBroken', file: 'config.yaml', line: 3 }])
  })
})
