import { describe, expect, it } from 'vitest'

import { sketch } from '../testing/sketch.ts'
import { faultsOf, planFiles } from '../testing/planFiles.ts'

const prose = 'These are enough words to describe what this lesson is about.'
const long = (words: string) => `${words} `.repeat(150)
const quiz = (...lines: string[]) => ['```quiz', ...lines, '```'].join('\n')

const steps = async (files: Record<string, string>) =>
  (await planFiles(files)).steps.map(({ key, title, section }) => [key, title, section])

describe('the steps of a source', () => {
  it('should be named by headings and folders', async () => {
    const page = `# Owls\n\n${long('Owls fly.')}\n\n## At night\n\n${long('They hunt.')}\n`
    expect(await steps({ '1-birds/1-owls.md': page, '1-birds/2-crows.md': '# Crows\n\nThey caw.' })).toEqual([
      ['1-birds/1-owls.md#owls', 'Owls', 'Owls'],
      ['1-birds/1-owls.md#at-night', 'At night', 'Owls'],
      ['1-birds/2-crows.md#crows', 'Crows', 'Birds'],
    ])
  })

  it('should keep their keys when their page is edited around them', async () => {
    const page = (before: string, middle: string) =>
      `# Owls\n\n${long(before)}\n\n${middle}## At night\n\n${long('They hunt.')}\n`
    const keys = async (source: string) => (await steps({ 'a.md': source })).map(([key]) => key)
    expect(await keys(page('Owls fly.', ''))).toEqual(['a.md#owls', 'a.md#at-night'])
    expect(await keys(page('Owls fly in silence.', `## New\n\n${long('Words.')}\n\n`))).toEqual([
      ...['a.md#owls', 'a.md#new', 'a.md#at-night'],
    ])
  })

  it('should have keys of their own where headings are the same', async () => {
    const part = `## Task\n\n${long('Do it.')}\n\n`
    expect((await steps({ 'a.md': `${long('Words.')}\n\n${part}${part}` })).map(([key]) => key)).toEqual([
      ...['a.md#a', 'a.md#task', 'a.md#task-2'],
    ])
  })

  it('should say the title of their page where nothing else does', async () => {
    const { steps: planned } = await planFiles({
      'a.md': `---\ntitle: Owls\nteaching: 10\nexercises: 5\nkeypoints:\n- They fly.\n---\n\n${quiz('title: Test', 'Q: a', 'A*: b', 'A: c')}\n`,
    })
    expect(planned).toMatchObject([
      { title: 'Test', section: 'Owls', estimatedDuration: 15, quiz: { questions: [{ text: 'a' }] } },
      { title: 'Owls', quiz: null },
    ])
    expect(sketch(planned[0]!.blocks)).toEqual([])
    expect(sketch(planned[1]!.blocks)).toEqual(['callout(important) (keypoints)', '  - They fly.'])
  })

  it('should be optional where they are for teachers', async () => {
    const { steps: planned } = await planFiles({ 'a.md': 'a', 'instructors/notes.md': 'b' })
    expect(planned.map(({ isRequired }) => isRequired)).toEqual([true, false])
  })

  it('should name the files that they show, with the description that says most', async () => {
    const { media } = await planFiles({
      'a.md': '![](owl.png)\n\n![An owl](OWL.png)\n\n[More](more.pdf)',
      ...{ 'owl.png': 'x', 'more.pdf': 'x', 'unused.png': 'x' },
    })
    expect([...media]).toEqual([
      ['owl.png', { alt: 'An owl' }],
      ['more.pdf', { alt: '' }],
    ])
  })
})

describe('what a source says of its course', () => {
  it('should be taken from its settings', async () => {
    const { course, guesses } = await planFiles({
      'config.yaml': `title: Owls\ndescription: ${prose}\ncategory: Programming\nlang: ru-RU\nkeywords: birds, night\ndifficulty: 2\nthumbnail: owl.png`,
      ...{ 'a.md': 'a', 'owl.png': 'x' },
    })
    expect(course).toEqual({
      ...{ title: 'Owls', description: prose, category: 'programming', language: 'ru' },
      ...{ tags: ['birds', 'night'], estimatedDuration: null, difficultyLevel: 2, thumbnail: 'owl.png' },
    })
    expect(guesses.map(({ field, from }) => [field, from])).toEqual([
      ...[
        ['title', 'config.yaml'],
        ['language', 'config.yaml'],
        ['description', 'config.yaml'],
      ],
      ...[
        ['category', 'config.yaml'],
        ['tags', 'config.yaml'],
      ],
    ])
  })

  it('should be taken from its README, then from its name, its letters and its first paragraph', async () => {
    const readme = await planFiles({
      'README.md': `# Owls\n\n[![b](https://b.example/b.svg)](https://b.example)\n\n${prose}`,
      'a.md': 'a',
    })
    expect(readme.course).toMatchObject({
      title: 'Owls',
      description: prose,
      language: 'en',
      category: 'other',
    })
    const bare = await planFiles(
      { 'a.md': 'Здесь достаточно слов для описания этого урока.' },
      { name: 'night_owls' },
    )
    expect(bare.guesses).toEqual([
      { field: 'title', value: 'night owls', from: 'folder' },
      { field: 'language', value: 'ru', from: 'letters' },
      { field: 'description', value: 'Здесь достаточно слов для описания этого урока.', from: 'a.md' },
      { field: 'category', value: 'other', from: 'default' },
    ])
  })

  it('should be told apart from what a lesson of The Carpentries says to its authors', async () => {
    const { course } = await planFiles({
      'config.yaml': 'carpentry: swc\ntitle: Owls',
      ...{ 'README.md': 'Maintainers of this lesson meet on Mondays.', 'index.md': prose },
    })
    expect(course.description).toBe(prose)
  })

  it('should give way to what is said outright', async () => {
    const flags = { title: 'T', description: 'D', category: 'other', language: 'en', tags: ['x'] }
    const { course, guesses } = await planFiles(
      { 'config.yaml': 'title: Owls\ntags: [y]', 'a.md': 'a' },
      { flags },
    )
    expect(course).toMatchObject(flags)
    expect(guesses).toEqual([])
  })
})

describe('faults of a source', () => {
  it.each<[string, Record<string, string | number>, string[]]>([
    ['YAML that is none', { 'a.md': '---\ntitle: "a\n---\nb' }, ['a.md:2 yamlBroken Missing closing "quote']],
    ['settings that are none', { 'config.yaml': 'a: [', 'a.md': 'a' }, ['config.yaml:1 yamlBroken']],
    ['a fence that nothing closes', { 'a.md': 'a\n\n```python\nb\n' }, ['a.md:3 fenceUnclosed ```python']],
    ['a block that nothing closes', { 'a.md': '::: callout\na\n' }, ['a.md:1 divUnclosed']],
    ['a picture that is not there', { 'a.md': 'a\n\n![b](c.png)' }, ['a.md:3 imageMissing c.png']],
    ['a picture out of the folder', { 'a.md': '![b](../../c.png)' }, ['a.md:1 imageMissing ../../c.png']],
    ['a page too large', { 'a.md': 2 ** 21 }, ['a.md: fileTooLarge 2097152']],
    ['a page that is no text', { 'a.md': 'a\0b' }, ['a.md: notText a.md']],
    ['no lessons', { 'a.ipynb': '{}' }, ['some-lesson: noLessons 1']],
    ['nothing but an empty page', { 'a.md': '---\ntitle: a\n---\n' }, ['some-lesson: noLessons 1']],
  ])('should be found: %s', async (_name, files, expected) => {
    const found = await faultsOf(files)
    expect(found.length).toBe(expected.length)
    expected.forEach((fault, index) => expect(found[index]).toContain(fault.slice(0, 40)))
  })

  it('should be said of a quiz with the line of the page', async () => {
    const page = [
      '---',
      'title: a',
      '---',
      '',
      '```quiz',
      'Q: a',
      'A*: b',
      'A: c',
      '```',
      '',
      '```quiz',
      'Q: d',
      'A: e',
      'A: f',
      '```',
    ]
    expect(await faultsOf({ 'a.md': page.join('\n') })).toEqual(['a.md:12 noRightAnswer d'])
  })

  it('should be said all at once', async () => {
    const files = { 'a.md': '![b](c.png)', 'b.md': '```\na', 'c.md': '---\nx: [\n---' }
    expect((await faultsOf(files)).map((fault) => fault.split(' ')[1])).toEqual([
      ...['imageMissing', 'fenceUnclosed', 'yamlBroken'],
    ])
  })

  it('should be forgiven as far as they are slips, and be listed', async () => {
    const files = { 'a.md': '![An owl](c.png)\n\n```r\na' }
    const { losses, steps: planned } = await planFiles(files, { isLenient: true })
    expect(losses.map(({ code, line }) => [code, line])).toEqual([
      ['imageMissing', 1],
      ['fenceUnclosed', 3],
    ])
    expect(sketch(planned[0]!.blocks)).toEqual(['An owl', 'code(r) a'])
    expect(await faultsOf({ 'a.md': '---\nx: [\n---\n' }, { isLenient: true })).toHaveLength(1)
  })

  it('should be too many steps, said once, without reading on for ever', async () => {
    const pages = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}.md`, 'a']))
    expect(await faultsOf(pages(10_000))).toEqual(['p1000.md: tooManySteps 10000'])
    const page = Array.from({ length: 60 }, (_, index) => `## ${index}\n\n${long('a b c')}\n`).join('\n')
    expect(await faultsOf({ ...pages(990), 'q.md': page, 'r.md': page })).toEqual(['q.md: tooManySteps 1050'])
  })
})
