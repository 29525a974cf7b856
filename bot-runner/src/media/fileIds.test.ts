import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { BotFile } from '../../../src/contracts/runnerMedia.ts'
import { createLogger } from '../logger.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import { buildMedia } from '../testing/testMedia.ts'
import { createFileIds, type FileIds, type FileUse } from './fileIds.ts'

const bot = 700_000_001
const stored = new Map<string, BotFile>()
const findFiles = vi.fn((_bot: number, hashes: string[]) =>
  Promise.resolve(hashes.flatMap((hash) => stored.get(hash) ?? [])),
)
const saveFiles = vi.fn((_bot: number, files: BotFile[]) => {
  files.forEach((file) => stored.set(file.hash, file))
  return Promise.resolve()
})
let fileIds: FileIds

const use = (form: FileUse['forms'][0] = 'photo'): FileUse => ({ media: buildMedia().media, forms: [form] })
const file = ({ media, forms: [form] }: FileUse, fileId = 'an id'): BotFile => ({
  hash: media.hash,
  form,
  fileId,
})

beforeEach(() => {
  stored.clear()
  vi.clearAllMocks()
  fileIds = createFileIds({ client: { findFiles, saveFiles }, max: 3, log: createLogger('silent') })
})

describe('fileIds', () => {
  it('should know from memory, else from the CMS, which file_id a file has', async () => {
    const [known, unknown] = [use(), use()]
    stored.set(known.media.hash, file(known))
    const first = await fileIds.claim(bot, [known, unknown])
    expect(first.found).toEqual([{ form: 'photo', fileId: 'an id' }, undefined])
    first.release([file(unknown, 'another')])
    const second = await fileIds.claim(bot, [unknown, known])
    expect(second.found.map((found) => found?.fileId)).toEqual(['another', 'an id'])
    second.release()
    expect(findFiles).toHaveBeenCalledOnce()
    expect(saveFiles).toHaveBeenCalledExactlyOnceWith(bot, [file(unknown, 'another')])
  })

  it('should never give one bot the file_id of another, nor of another form', async () => {
    const known = use()
    const first = await fileIds.claim(bot, [known])
    first.release([file(known)])
    stored.clear()
    expect((await fileIds.claim(bot + 1, [known])).found).toEqual([undefined])
    const asFile = { ...known, forms: ['document'] } satisfies FileUse
    expect((await fileIds.claim(bot, [asFile])).found).toEqual([undefined])
  })

  it('should take a form that Telegram has made of the file', async () => {
    const film = use('video')
    stored.set(film.media.hash, { hash: film.media.hash, form: 'animation', fileId: 'silent' })
    const { found } = await fileIds.claim(bot, [{ ...film, forms: ['video', 'animation'] }])
    expect(found).toEqual([{ form: 'animation', fileId: 'silent' }])
  })

  it('should let one upload a file while the others wait for what comes of it', async () => {
    const wanted = use()
    const first = await fileIds.claim(bot, [wanted])
    const waiting = [1, 2].map(() => fileIds.claim(bot, [wanted]))
    first.release([file(wanted)])
    for (const claim of await Promise.all(waiting)) expect(claim.found[0]?.fileId).toBe('an id')
  })

  it('should let the next one try when an upload came to nothing', async () => {
    const wanted = use()
    const first = await fileIds.claim(bot, [wanted])
    const order: string[] = []
    const others = ['second', 'third'].map(async (name) => {
      const claim = await fileIds.claim(bot, [wanted])
      order.push(`${name} ${claim.found[0]?.fileId}`)
      claim.release(name === 'second' ? [file(wanted)] : [])
    })
    first.release()
    await Promise.all(others)
    expect(order).toEqual(['second undefined', 'third an id'])
  })

  it('should not let two wait for each other who want the same files in another order', async () => {
    const [a, b] = [use(), use()]
    const both = await Promise.all([
      fileIds.claim(bot, [a, b]).then((claim) => claim.release([file(a, 'a'), file(b, 'b')])),
      fileIds.claim(bot, [b, a]).then((claim) => claim.found.map((found) => found?.fileId)),
    ])
    expect(both[1]).toEqual(['b', 'a'])
  })

  it('should not use again what Telegram no longer takes, although the CMS still names it', async () => {
    const known = use()
    stored.set(known.media.hash, file(known, 'broken'))
    const { found, release } = await fileIds.claim(bot, [known])
    release()
    fileIds.forget(bot, [known], found)
    const again = await fileIds.claim(bot, [known])
    expect(again.found).toEqual([undefined])
    again.release([file(known, 'fresh')])
    expect((await fileIds.claim(bot, [known])).found[0]?.fileId).toBe('fresh')
  })

  it('should keep no more files in mind than it may', async () => {
    const uses = Array.from({ length: 5 }, () => use())
    for (const one of uses) (await fileIds.claim(bot, [one])).release([file(one)])
    findFiles.mockClear()
    ;(await fileIds.claim(bot, [uses[0]!])).release()
    expect(findFiles).toHaveBeenCalledOnce()
    findFiles.mockClear()
    ;(await fileIds.claim(bot, [uses[4]!])).release()
    expect(findFiles).not.toHaveBeenCalled()
  })

  it('should ask for a later try when the CMS is away', async () => {
    findFiles.mockRejectedValueOnce(new TypeError('fetch failed'))
    await expect(fileIds.claim(bot, [use()])).rejects.toThrow(RetryLaterError)
  })
})
