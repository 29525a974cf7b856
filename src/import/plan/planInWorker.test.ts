import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { planOptions } from '../testing/planFiles.ts'
import { planInWorker } from './planInWorker.ts'

const { nameOfDiv: _, ...options } = planOptions

describe('planInWorker', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gongbu-plan-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const write = (name: string, text: string) => writeFile(path.join(folder, name), text)
  const plan = (more: Parameters<typeof planInWorker>[1] = {}, location = folder) =>
    planInWorker({ ...options, location, name: 'owls' }, more)

  it('should read a source in a thread of its own and tell how far it is', async () => {
    await write('a.md', '::: callout\nOwls fly.\n:::')
    await write('b.md', 'b')
    const told: [number, number][] = []
    const { steps, media } = await plan({ onProgress: (done, total) => told.push([done, total]) })
    // The names of frames are those of the product.
    expect(steps.map(({ blocks }) => blocks[0])).toMatchObject([{ type: 'callout' }, { type: 'paragraph' }])
    expect(media).toBeInstanceOf(Map)
    expect(told).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ])
  })

  it('should hand on the faults of a source, with their places', async () => {
    await write('a.md', '![b](c.png)')
    await expect(plan()).rejects.toMatchObject({
      name: 'ImportProblems',
      problems: [{ code: 'imageMissing', file: 'a.md', line: 1, what: 'c.png' }],
    })
  })

  it('should say why a source cannot be opened', async () => {
    const missing = path.join(folder, 'none')
    await expect(plan({}, missing)).rejects.toMatchObject({ name: 'SourceError', code: 'sourceMissing' })
  })

  it('should give up a page that takes too long, and name it', async () => {
    await write('a.md', 'a')
    await expect(plan({ secondsPerPage: 0 })).rejects.toMatchObject({ problems: [{ code: 'tangled' }] })
  })

  it('should call a page that fills the memory a fault of the source', async () => {
    await write('a.md', Array.from({ length: 20_000 }, () => '> - [a](b) *c*').join('\n\n'))
    await expect(plan({ maxMegabytes: 12 })).rejects.toMatchObject({ problems: [{ code: 'tangled' }] })
  })

  it('should end when it is told to', async () => {
    await write('a.md', 'a')
    const reason = new Error('enough')
    await expect(plan({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })
})
