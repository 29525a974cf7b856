import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { stepOrderField } from '../../src/operations/courses/stepOrderField.ts'
import { fromLexical } from '../../src/lesson/content/fromLexical.ts'
import { sketch } from '../../src/import/testing/sketch.ts'
import type { Step } from '../../src/payload-types.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { richText } from '../factories/richText.ts'
import { zipFile } from '../factories/zipFile.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { importLesson, lessonFolder } from '../helpers/importLesson.ts'
import { mediaOnDisk } from '../helpers/mediaOnDisk.ts'
import { snapshotTables } from '../helpers/snapshotTables.ts'

describe('importing a course', () => {
  let payload: Payload
  let author: SignedIn
  let folder: string

  beforeAll(async () => {
    payload = await getTestPayload()
  })
  beforeEach(async () => {
    author = await createUser(payload)
    folder = await mkdtemp(path.join(tmpdir(), 'gongbu-lesson-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** A lesson to be changed. */
  const copyOf = async (name: string): Promise<string> => {
    const copy = path.join(folder, name)
    await cp(lessonFolder(name), copy, { recursive: true })
    return copy
  }
  const change = async (file: string, edit: (text: string) => string) =>
    writeFile(file, edit(await readFile(file, 'utf8')))
  const stepsOf = async (course: string): Promise<Step[]> => {
    const { docs } = await payload.find({
      collection: 'steps',
      where: { course: { equals: course } },
      sort: stepOrderField,
      pagination: false,
      depth: 0,
    })
    return docs
  }
  const titlesOf = async (course: string) => (await stepsOf(course)).map(({ title }) => title)
  const sketchOf = ({ content }: Step) => sketch(fromLexical(content as never))

  it('should make a course of a lesson of The Carpentries, with its files and quizzes', async () => {
    const report = await importLesson(payload, author, lessonFolder('carpentries'))
    expect(report).toMatchObject({
      course: { title: 'Baking Bread at Home', isNew: true },
      release: null,
      steps: { created: 10, updated: 0, unchanged: 0, trashed: [], total: 10 },
      media: { total: 4, created: 4 },
    })
    expect(report.losses.map(({ code, file, line }) => `${code} ${file}:${line}`)).toEqual([
      'templateTag index.md:10',
      'pageLink index.md:16',
      'pageLink learners/setup.md:5',
      'pageLink episodes/02-dough.Rmd:40',
    ])
    expect(report.skipped).toContainEqual({ path: 'README.md', reason: 'repository' })
    const course = await payload.findByID({ collection: 'courses', id: report.course.id, depth: 0 })
    expect(course).toMatchObject({
      creator: author.user.id,
      language: 'en',
      category: 'other',
      tags: ['baking', 'bread', 'kitchen'],
      estimatedDuration: 70,
      isPublished: false,
    })
    const steps = await stepsOf(course.id)
    expect(steps.map(({ title, section, isRequired }) => [title, section, isRequired])).toEqual([
      ['Baking Bread at Home', null, true],
      ['Setup', 'Learners', true],
      ['Making Dough', 'Making Dough', true],
      ['Do you know your dough?', 'Making Dough', true],
      ['Making Dough (2)', 'Making Dough', true],
      ['Flour and Water', 'Episodes', true],
      ['The Oven', 'Episodes', true],
      ['Reference', 'Learners', true],
      ['Instructor Notes', 'Instructors', false],
      ['Learner Profiles', 'Profiles', false],
    ])
    expect(steps[3]).toMatchObject({
      stepType: 'quiz',
      quiz: {
        passingPercentage: 50,
        questions: [
          {
            blockType: 'single',
            text: 'What makes dough elastic?',
            explanation: 'Gluten is a net of proteins.',
          },
          { blockType: 'multiple', text: 'What may be in plain dough?' },
        ],
      },
    })
    const shown = sketchOf(steps[5]!)
    expect(shown).toContain('|strong|(right)13 %|loaves|')
    expect(shown).toContain('*bran*⏎The brown coat of the grain.')
    expect(shown.join('\n')).toMatch(/^image [\w-]{36} "Three sacks beside a bowl" ""$/m)
  })

  it('should make one of a curriculum in numbered folders, and of pages with components', async () => {
    const beginners = await importLesson(payload, author, lessonFolder('beginners'))
    expect(await titlesOf(beginners.course.id)).toEqual([
      ...['Bicycle Repair for Beginners', 'Wheels', 'Tyres', 'Mend three', 'Spokes', 'Pads'],
    ])
    expect(beginners.skipped.map(({ path: file, reason }) => `${reason} ${file}`)).toEqual([
      'translation 1-wheels/1-tyres/assignment.fr.md',
      'translation 1-wheels/1-tyres/translations/README.de.md',
      'repository LICENSE.md',
      'notNumbered quiz-app/README.md',
      'translation translations/README.ru.md',
    ])
    const docs = await importLesson(payload, author, lessonFolder('docusaurus'))
    expect(docs.course.title).toBe('docusaurus')
    expect(docs.guesses).toContainEqual({ field: 'title', value: 'docusaurus', from: 'folder' })
    expect(sketchOf((await stepsOf(docs.course.id))[0]!)).toEqual([
      'Tea is leaves and water.',
      ...['callout(tip) Before you begin', '  Warm the *pot*.'],
      ...['*Green tea*', 'Eighty degrees, two minutes.', '*Black tea*', 'Boiling water, four minutes.'],
    ])
  })

  it('should change nothing when nothing has changed', async () => {
    const first = await importLesson(payload, author, lessonFolder('carpentries'), { isPublished: true })
    const [tables, files] = [await snapshotTables(payload), await mediaOnDisk()]
    const again = await importLesson(payload, author, lessonFolder('carpentries'), { isPublished: true })
    expect(again).toMatchObject({
      course: { id: first.course.id, isNew: false },
      release: first.release,
      steps: { created: 0, updated: 0, unchanged: 10, trashed: [] },
      media: { total: 4, created: 0 },
      guesses: [],
    })
    const rows = (snapshot: Record<string, string[]>) =>
      Object.fromEntries(Object.entries(snapshot).map(([table, { length }]) => [table, length]))
    const after = await snapshotTables(payload)
    expect(after.steps).toEqual(tables.steps)
    expect(after.media).toEqual(tables.media)
    expect(after.releases).toEqual(tables.releases)
    expect(rows(after).courses).toBe(rows(tables).courses)
    expect(await mediaOnDisk()).toEqual(files)
  })

  it('should bring the course up to date: changed, new, gone and back again', async () => {
    const lesson = await copyOf('beginners')
    const { course } = await importLesson(payload, author, lesson)
    const before = new Map((await stepsOf(course.id)).map(({ title, id }) => [title, id]))

    await change(path.join(lesson, '2-brakes/1-pads/README.md'), (text) => `${text}\nUntil they do not.\n`)
    await writeFile(path.join(lesson, '1-wheels/2-spokes/extra.md'), '# Extra\n\nOne more.')
    await rm(path.join(lesson, '1-wheels/1-tyres/assignment.md'))
    const changed = await importLesson(payload, author, lesson)
    expect(changed.course).toMatchObject({ id: course.id, isNew: false })
    expect(changed.steps).toMatchObject({
      ...{ created: 1, updated: 1, unchanged: 4 },
      trashed: ['1-wheels/1-tyres/assignment.md#mend-three'],
    })
    const now = await stepsOf(course.id)
    expect(now.map(({ title }) => title)).toEqual([
      ...['Bicycle Repair for Beginners', 'Wheels', 'Tyres', 'Spokes', 'Extra', 'Pads'],
    ])
    expect(sketchOf(now.at(-1)!)).toContain('Until they do not.')
    for (const { title, id } of now) if (before.has(title)) expect(before.get(title)).toBe(id)

    await cp(lessonFolder('beginners'), lesson, { recursive: true })
    const back = await importLesson(payload, author, lesson)
    expect(back.steps).toMatchObject({ created: 0, updated: 2, unchanged: 5, trashed: [] })
    const mended = (await stepsOf(course.id)).find(({ title }) => title === 'Mend three')
    expect(mended?.id).toBe(before.get('Mend three'))
  })

  it('should leave alone what its author has done here since', async () => {
    const lesson = await copyOf('beginners')
    const { course } = await importLesson(payload, author, lesson)
    const [first, second] = await stepsOf(course.id)
    const own = { overrideAccess: false, user: author.user } as const
    await payload.update({ collection: 'steps', id: first!.id, data: { title: 'Welcome' }, ...own })
    await payload.update({
      collection: 'steps',
      id: second!.id,
      data: { deletedAt: new Date().toISOString() },
      ...own,
    })
    await payload.update({ collection: 'courses', id: course.id, data: { title: 'Bikes for all' }, ...own })
    await payload.create({
      collection: 'steps',
      data: { course: course.id, title: 'My own', stepType: 'text', content: richText('Mine.') } as never,
      ...own,
    })
    const again = await importLesson(payload, author, lesson)
    expect(again.course).toEqual({ id: course.id, title: 'Bikes for all', isNew: false })
    expect(again.steps).toMatchObject({ created: 0, updated: 0, unchanged: 6, trashed: [] })
    expect(await titlesOf(course.id)).toEqual(['Welcome', 'Tyres', 'Mend three', 'Spokes', 'Pads', 'My own'])
  })

  it('should know an archive and a folder of the same lesson as one', async () => {
    const { course } = await importLesson(payload, author, lessonFolder('beginners'))
    const archive = path.join(folder, 'upload.zip')
    const readme = await readFile(path.join(lessonFolder('beginners'), 'README.md'))
    await writeFile(archive, await zipFile({ 'beginners-main/README.md': readme }))
    const again = await importLesson(payload, author, archive)
    expect(again.course.id).toBe(course.id)
    expect(again.steps).toMatchObject({ unchanged: 1, created: 0 })
    expect(again.steps.trashed).toHaveLength(5)
  })

  it('should make a course of its own of another lesson of the same name, and for somebody else', async () => {
    const { course } = await importLesson(payload, author, lessonFolder('beginners'))
    await writeFile(path.join(folder, 'a.md'), 'Words.')
    const archive = path.join(folder, 'beginners.zip')
    await writeFile(archive, await zipFile({ 'beginners/a.md': 'Other words.' }))
    expect((await importLesson(payload, author, archive)).course.isNew).toBe(true)
    const other = await importLesson(payload, await createUser(payload), lessonFolder('beginners'))
    expect(other.course).toMatchObject({ isNew: true })
    expect(other.course.id).not.toBe(course.id)
  })

  it('should take the place of a course that is named, and say what is said outright', async () => {
    const { course } = await importLesson(payload, author, lessonFolder('beginners'))
    const flags = { title: 'Tea for all', category: 'cooking', tags: ['tea'] }
    const report = await importLesson(payload, author, lessonFolder('docusaurus'), {
      courseId: course.id,
      flags,
    })
    expect(report.course).toEqual({ id: course.id, title: 'Tea for all', isNew: false })
    expect(report.steps).toMatchObject({ created: 2 })
    expect(report.steps.trashed).toHaveLength(6)
    expect(await payload.findByID({ collection: 'courses', id: course.id, depth: 0 })).toMatchObject(flags)
  })

  it('should publish when that is asked for, and ask for a bot', async () => {
    const report = await importLesson(payload, author, lessonFolder('beginners'), { isPublished: true })
    expect(report.release).toBe(1)
    const course = await payload.findByID({ collection: 'courses', id: report.course.id, depth: 1 })
    expect(course).toMatchObject({ isPublished: true, currentRelease: { number: 1 } })
    const { docs } = await payload.find({ collection: 'bots', where: { course: { equals: course.id } } })
    expect(docs).toMatchObject([{ state: 'waitingForToken' }])
  })

  it('should tell how far it is, phase by phase', async () => {
    const told = new Map<string, number[]>()
    await importLesson(payload, author, lessonFolder('beginners'), {
      onProgress: (phase, done, total) => told.set(phase, [done, total]),
    })
    expect([...told]).toEqual([
      ['read', [6, 6]],
      ['media', [1, 1]],
      ['steps', [6, 6]],
    ])
  })
})
