import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync, mkdtempSync } from 'node:fs'
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { uniqueFileId } from './fileIds.ts'
import type { FileAttributes, FileKind, FileLimits, FileRecord, UploadedFile } from './types.ts'

/** So much is freed when the files outgrow their limit, so that not every further one looks through the chats. */
const SHARE_KEPT = 0.9

export class FileTooLarge extends Error {}

/** The files of all bots: their bytes in a folder, each content once, and what is known of them in memory. */
export class FileStore {
  readonly limits: FileLimits
  readonly #folder: string
  readonly #isTemporary: boolean
  readonly #records = new Map<string, FileRecord>()
  /** Bytes and number of records by content. */
  readonly #contents = new Map<string, { size: number; users: number }>()
  /** The largest size of a photo by the ids of its smaller ones. */
  readonly #photos = new Map<string, string>()
  #totalBytes = 0
  /** The ids of the files that messages show. */
  referenced: () => Set<string> = () => new Set()
  changed: () => void = () => {}

  /** Without a folder, the files live in a temporary one that ends with the emulator. */
  constructor(folder: string | undefined, limits: FileLimits) {
    this.limits = limits
    this.#isTemporary = folder === undefined
    if (folder) mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.#folder = folder ?? mkdtempSync(join(tmpdir(), 'telegram-emulator-files-'))
  }

  get records(): Iterable<FileRecord> {
    return this.#records.values()
  }

  get(id: string): FileRecord | undefined {
    return this.#records.get(id)
  }

  /** The whole photo that this is a size of; any other file itself. */
  wholeOf(record: FileRecord): FileRecord {
    return this.#records.get(this.#photos.get(record.id) ?? '') ?? record
  }

  path(record: Pick<FileRecord, 'content'>): string {
    return join(this.#folder, record.content)
  }

  /** Where an upload's bytes are now: one part of a request may have been taken already, and is taken again. */
  async uploadPath(upload: UploadedFile): Promise<string> {
    return (await isFile(upload.path)) ? upload.path : this.path(upload)
  }

  /** Takes over the records of an earlier run whose bytes are still there, and removes bytes that nobody knows. */
  async restore(records: readonly FileRecord[]): Promise<void> {
    const present = new Set(await readdir(this.#folder))
    for (const record of records) if (present.has(record.content)) this.#register(record)
    const unknown = [...present].filter((name) => !this.#contents.has(name))
    await Promise.all(unknown.map((name) => rm(join(this.#folder, name), { force: true })))
  }

  /** Writes a stream to the disk, hashing on the way; more than `limit` bytes are a FileTooLarge. */
  async receive(
    stream: Readable,
    { name, mime, limit }: { name: string; mime: string; limit: number },
  ): Promise<UploadedFile> {
    const path = join(this.#folder, `upload-${randomUUID()}`)
    const hash = createHash('sha256')
    let size = 0
    const measure = async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        size += chunk.length
        if (size > limit) throw new FileTooLarge(`more than ${limit} bytes`)
        hash.update(chunk)
        yield chunk
      }
    }
    try {
      await pipeline(stream, measure, createWriteStream(path, { mode: 0o600 }))
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    return { name, mime, size, content: hash.digest('hex'), path }
  }

  /** Keeps bytes as a file. The same bytes of the same kind with the same attributes are the same file. */
  async add(
    kind: FileKind,
    source: UploadedFile | Buffer | FileRecord,
    attributes: FileAttributes,
  ): Promise<FileRecord> {
    const { content, size } = await this.#keep(source)
    const id = uniqueFileId(kind, content, JSON.stringify(attributes))
    const known = this.#records.get(id)
    if (known) return known
    const record: FileRecord = { id, kind, content, size, ...attributes }
    this.#register(record)
    this.changed()
    if (this.#isFull(1)) await this.#shrink(new Set([id, record.thumbnail ?? '', ...(record.sizes ?? [])]))
    return record
  }

  /** Removes what was uploaded and not taken. */
  async discard(uploads: Iterable<UploadedFile>): Promise<void> {
    for (const { path } of uploads) await rm(path, { force: true })
  }

  async clear(): Promise<void> {
    for (const record of [...this.#records.values()]) await this.#remove(record)
    this.changed()
  }

  async close(): Promise<void> {
    if (this.#isTemporary) await rm(this.#folder, { recursive: true, force: true })
  }

  async #keep(source: UploadedFile | Buffer | FileRecord): Promise<{ content: string; size: number }> {
    if (Buffer.isBuffer(source)) {
      const content = createHash('sha256').update(source).digest('hex')
      if (!this.#contents.has(content)) await writeFile(this.path({ content }), source, { mode: 0o600 })
      return { content, size: source.length }
    }
    // One part may be taken several times in a call; from the second time on its bytes are already here.
    if ('path' in source && !(await isFile(this.path(source)))) await rename(source.path, this.path(source))
    return source
  }

  #register(record: FileRecord): void {
    this.#records.set(record.id, record)
    const content = this.#contents.get(record.content) ?? { size: record.size, users: 0 }
    if (content.users === 0) this.#totalBytes += content.size
    content.users += 1
    this.#contents.set(record.content, content)
    for (const smaller of record.sizes ?? []) this.#photos.set(smaller, record.id)
  }

  #isFull(share: number): boolean {
    const { totalBytes, totalCount } = this.limits
    return this.#totalBytes > totalBytes * share || this.#records.size > totalCount * share
  }

  /** The oldest files go that no message shows, and only then those that one does. */
  async #shrink(kept: Set<string>): Promise<void> {
    const referenced = this.referenced()
    const candidates = [...this.#records.values()].filter(({ id }) => !kept.has(id))
    const ordered = [
      ...candidates.filter(({ id }) => !referenced.has(id)),
      ...candidates.filter(({ id }) => referenced.has(id)),
    ]
    for (const record of ordered) {
      if (!this.#isFull(SHARE_KEPT)) return
      await this.#remove(record)
    }
  }

  async #remove(record: FileRecord): Promise<void> {
    this.#records.delete(record.id)
    for (const smaller of record.sizes ?? []) this.#photos.delete(smaller)
    const content = this.#contents.get(record.content)
    if (!content) return
    content.users -= 1
    if (content.users > 0) return
    this.#contents.delete(record.content)
    this.#totalBytes -= content.size
    await rm(this.path(record), { force: true })
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
