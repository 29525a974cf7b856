import { chmod, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { presentFailure } from '../../src/operations/import/presentFailure.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { pngFile } from '../factories/pngFile.ts'
import { zipFile } from '../factories/zipFile.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { importLesson, lessonFolder } from '../helpers/importLesson.ts'
import { mediaOnDisk } from '../helpers/mediaOnDisk.ts'
import { snapshotTables } from '../helpers/snapshotTables.ts'

const kept = ['courses', 'steps', 'media', 'releases', 'bots', 'outbox']

describe('an import that cannot be', () => {
  let payload: Payload
  let author: SignedIn
  let folder: string

  beforeAll(async () => {
    payload = await getTestPayload()
    author = await createUser(payload)
  })
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gongbu-broken-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const write = async (files: Record<string, string | Buffer>) => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
      await writeFile(path.join(folder, name), content)
    }
    return folder
  }
  const writeZip = async (data: Buffer) => {
    await writeFile(path.join(folder, 'lesson.zip'), data)
    return path.join(folder, 'lesson.zip')
  }
  const state = async () => {
    const tables = await snapshotTables(payload)
    return {
      tables: Object.fromEntries(kept.map((name) => [name, tables[name]])),
      files: await mediaOnDisk(),
    }
  }

  /** What a person is told, after nothing has been written. */
  const refusal = async (
    location: string,
    options: Parameters<typeof importLesson>[3] = {},
    account: SignedIn | null = author,
  ): Promise<string[]> => {
    const before = await state()
    const error = await importLesson(payload, account, location, options).then(
      () => new Error('it was imported'),
      (cause: unknown) => cause,
    )
    expect(await state()).toEqual(before)
    const { code, problems } = presentFailure(error, 'en')
    return [code, ...problems.map(({ place, message }) => `${place}  ${message}`)]
  }

  describe('of the source', () => {
    it.each<[string, () => Promise<string>, string]>([
      ['nothing there', async () => path.join(folder, 'none'), 'sourceMissing'],
      ['an empty folder', async () => folder, 'sourceEmpty'],
      ['a file that is no archive', () => writeZip(Buffer.from('no archive')), 'notZip'],
      [
        'an archive that was cut',
        async () => writeZip((await zipFile({ 'a.md': 'a' })).subarray(0, 40)),
        'notZip',
      ],
      [
        'an archive that leads out of itself',
        async () => writeZip(replaced(await zipFile({ 'aa/evil.md': 'a' }), 'aa/evil', '../evil')),
        'zipUnsafePath',
      ],
      [
        'an archive with an absolute path',
        async () => writeZip(replaced(await zipFile({ 'a/evil.md': 'a' }), 'a/evil', '//evil')),
        'zipUnsafePath',
      ],
      [
        'an encrypted archive',
        async () => writeZip(encrypted(await zipFile({ 'a.md': 'a' }))),
        'zipEncrypted',
      ],
      [
        'an archive that unpacks to more than a disk',
        async () => writeZip(claiming(await zipFile({ 'a.md': 'a' }), 0xfffffff0)),
        'sourceTooLarge',
      ],
    ])('should be said: %s', async (_name, make, code) => {
      expect(await refusal(await make())).toEqual([code])
    })

    it('should be said of an archive that unpacks to more than it says', async () => {
      const bomb = claiming(await zipFile({ 'a.md': 'a'.repeat(100_000) }), 10)
      expect(await refusal(await writeZip(bomb))).toEqual(['zipBroken'])
    })

    // Whoever may read everything reads this, too.
    it.skipIf(process.getuid?.() === 0)('should be said of a file that must not be read', async () => {
      await write({ 'a.md': 'a', 'b.md': 'b' })
      await chmod(path.join(folder, 'b.md'), 0)
      expect(await refusal(folder)).toEqual(['fileUnreadable'])
    })

    it('should not follow a link out of the folder', async () => {
      await write({ 'a.md': '![secret](secret.png)' })
      await symlink('/etc/hostname', path.join(folder, 'secret.png'))
      await symlink('/etc', path.join(folder, 'etc'))
      expect(await refusal(folder)).toEqual(['importRefused', 'a.md:1  The picture secret.png is not there.'])
    })
  })

  describe('of a page', () => {
    const page = (text: string) => () => write({ 'good.md': 'Words.', 'page.md': text })
    it.each<[string, () => Promise<string>, string[]]>([
      ['YAML that is none', page('---\ntitle: a\nx: [b\n---\nc'), ['page.md:3  This is no valid YAML']],
      ['a fence that nothing closes', page('a\n\n```r\nb'), ['page.md:3  The code block that begins here']],
      ['a block that nothing closes', page('a\n\n::: tip\nb'), ['page.md:3  The block that begins here']],
      [
        'a picture that is not there',
        page('a\n\n![b](c.png)'),
        ['page.md:3  The picture c.png is not there.'],
      ],
      [
        'a quiz without a right answer',
        page('a\n\n```quiz\nQ: b\nA: c\nA: d\n```'),
        ['page.md:4  No answer is marked as right'],
      ],
      ['a file that is no text', page('\u0000'), ['page.md  The file is not text in UTF-8.']],
      ['a page of two megabytes', page('a '.repeat(2 ** 20)), ['page.md  The page has 2097152 bytes']],
      ['a text like a thicket', page('> '.repeat(5000)), ['page.md:1  The text is nested so deeply']],
    ])('should be said with its place: %s', async (_name, make, expected) => {
      const [code, ...problems] = await refusal(await make())
      expect(code).toBe('importRefused')
      expect(problems.map((problem, index) => problem.slice(0, expected[index]?.length))).toEqual(expected)
    })

    it('should be said of ten thousand steps', async () => {
      const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`p${index}.md`, 'a']))
      expect(await refusal(await writeZip(await zipFile(files)))).toEqual([
        'importRefused',
        'p1000.md  This would make 10000 steps; a course has at most 1000.',
      ])
    })
  })

  describe('while it is written', () => {
    it('should leave nothing of the files before the one that is refused', async () => {
      const good = (await pngFile('a.png')).data
      await write({
        'a.md': '![a](a.png)\n\n![b](b.png)\n\n![c](c.png)',
        ...{ 'a.png': good, 'b.png': 'this is no picture', 'c.png': good.subarray(0, 40) },
      })
      const [code, ...problems] = await refusal(folder)
      expect(code).toBe('importRefused')
      expect(problems.map((problem) => problem.split('  ')[0])).toEqual(['b.png', 'c.png'])
    })

    it('should leave out what is refused where that is forgiven, and list it', async () => {
      await write({
        'a.md': '![Kept](a.png)\n\n![Lost](b.png)',
        'b.png': 'x',
        'a.png': (await pngFile('a.png')).data,
      })
      const report = await importLesson(payload, author, folder, { isLenient: true })
      expect(report.media).toEqual({ total: 2, created: 1 })
      expect(report.losses).toMatchObject([{ code: 'mediaRefused', file: 'b.png' }])
    })

    it('should leave nothing when it cannot be published', async () => {
      await write({ 'a.md': '![a](a.png)', 'a.png': (await pngFile('a.png')).data })
      const [code, ...problems] = await refusal(folder, { isPublished: true, flags: { title: 'Owl' } })
      expect(code).toBe('importRefused')
      expect(problems).toHaveLength(2)
      for (const problem of problems) expect(problem).toContain('It cannot be published')
    })

    it('should leave nothing when it is given up in the middle of the steps', async () => {
      const stopping = new AbortController()
      const onProgress = (phase: string, done: number) => {
        if (phase === 'steps' && done === 3) stopping.abort(new Error('enough'))
      }
      expect(await refusal(lessonFolder('beginners'), { signal: stopping.signal, onProgress })).toEqual([
        'internal',
      ])
    })

    it('should leave a course as it was that was to be brought up to date', async () => {
      await cp(lessonFolder('beginners'), folder, { recursive: true })
      const { course } = await importLesson(payload, author, folder)
      await write({
        '1-wheels/README.md': '# Wheels\n\nThree.',
        '3-bells/README.md': '![a](bell.png)',
        '3-bells/bell.png': 'x',
      })
      const [code] = await refusal(folder, { courseId: course.id })
      expect(code).toBe('importRefused')
      await payload.delete({ collection: 'courses', id: course.id, user: author.user })
    })
  })

  describe('by whom it may not be made', () => {
    it('should be refused to somebody else than the author, as if there were no such course', async () => {
      const { course } = await importLesson(payload, author, lessonFolder('beginners'))
      const stranger = await createUser(payload)
      const moderator = await createUser(payload, { role: 'moderator' })
      for (const account of [stranger, moderator])
        expect(await refusal(lessonFolder('docusaurus'), { courseId: course.id }, account)).toEqual([
          'courseNotFound',
        ])
      expect(await refusal(lessonFolder('docusaurus'), { courseId: 'no-id' })).toEqual(['courseNotFound'])
      const admin = await createUser(payload, { role: 'admin' })
      const report = await importLesson(payload, admin, lessonFolder('docusaurus'), { courseId: course.id })
      expect(report.course).toMatchObject({ id: course.id, isNew: false })
    })

    it('should be refused to those who teach nothing, and to nobody', async () => {
      for (const role of ['student', 'moderator'] as const)
        expect(await refusal(lessonFolder('docusaurus'), {}, await createUser(payload, { role }))).toEqual([
          'forbidden',
        ])
      expect(await refusal(lessonFolder('docusaurus'), {}, null)).toEqual(['unauthenticated'])
      const gone = await createUser(payload, { isActive: false })
      expect(await refusal(lessonFolder('docusaurus'), {}, gone)).toEqual(['unauthenticated'])
    })

    it('should be refused to a course in the archive', async () => {
      const { course } = await importLesson(payload, author, lessonFolder('docusaurus'))
      await payload.update({ collection: 'courses', id: course.id, data: { isArchived: true } })
      expect(await refusal(lessonFolder('docusaurus'), { courseId: course.id })).toEqual(['courseIsArchived'])
    })
  })
})

/** Names stand in an archive twice; of the same length they can be changed. */
const replaced = (zip: Buffer, from: string, to: string): Buffer =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')

const centralEntry = (zip: Buffer): number => zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))

const encrypted = (zip: Buffer): Buffer => {
  const at = centralEntry(zip) + 8
  zip.writeUInt16LE(zip.readUInt16LE(at) | 1, at)
  return zip
}

/** What the archive says that its first file unpacks to. */
const claiming = (zip: Buffer, bytes: number): Buffer => {
  zip.writeUInt32LE(bytes, centralEntry(zip) + 24)
  return zip
}
