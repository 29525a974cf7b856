import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

import type { Logger } from 'pino'

import type { Snapshot } from './snapshot.ts'

const MIN_INTERVAL_MS = 400
/** A save may take this share of the time: a big state is written more rarely instead of all the time. */
const SAVE_TIME_SHARE = 10

/** Keeps the state in one file: written to a temporary name and renamed, some moments after a change. */
export class StateFile {
  readonly #path: string
  readonly #take: (isFinal: boolean) => Snapshot
  readonly #logger: Logger
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  #intervalMs = MIN_INTERVAL_MS
  #isClosed = false

  constructor(path: string, take: (isFinal: boolean) => Snapshot, logger: Logger) {
    this.#path = path
    this.#take = take
    this.#logger = logger
  }

  static async read(path: string): Promise<Snapshot | undefined> {
    let text: string
    try {
      text = await readFile(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
    try {
      return JSON.parse(text) as Snapshot
    } catch (error) {
      throw new Error(`The state file ${path} is not JSON. Move it away to start afresh.`, { cause: error })
    }
  }

  /** Something changed: save soon. */
  schedule(): void {
    if (this.#timer || this.#isClosed) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.save(false).catch((error: unknown) =>
        this.#logger.error({ err: error }, 'saving the state failed'),
      )
    }, this.#intervalMs)
    this.#timer.unref()
  }

  save(isFinal: boolean): Promise<void> {
    this.#writing = this.#writing.catch(() => {}).then(() => this.#write(isFinal))
    return this.#writing
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.save(true)
  }

  async #write(isFinal: boolean): Promise<void> {
    const startedAt = performance.now()
    const text = JSON.stringify(this.#take(isFinal))
    const temporary = `${this.#path}.tmp`
    await mkdir(dirname(this.#path), { recursive: true })
    // It holds tokens: readable by its owner alone.
    const file = await open(temporary, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, this.#path)
    this.#intervalMs = Math.max(MIN_INTERVAL_MS, (performance.now() - startedAt) * SAVE_TIME_SHARE)
  }
}
