import type { MediaFile } from '../../../src/contracts/mediaFile.ts'
import type { BotFile, FileForm } from '../../../src/contracts/runnerMedia.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { describeError } from '../describeError.ts'
import type { Logger } from '../logger.ts'
import { RetryLaterError } from '../retryLaterError.ts'

/** A file and the forms in which Telegram may hold it, the wished one first. */
export type FileUse = { media: MediaFile; forms: readonly [FileForm, ...FileForm[]] }

export type FoundFile = { form: FileForm; fileId: string }

/** Files of one call: those that Telegram has (by their place), and leave to upload the others. */
export type Claim = {
  found: (FoundFile | undefined)[]
  /** Remembers what came of the uploads and lets others go on who wait for them. */
  release: (uploaded?: BotFile[]) => void
}

type Known = Partial<Record<FileForm, string>>

const keyOf = (telegramBotId: number, hash: string) => `${telegramBotId}:${hash}`

/**
 * Which file_id a file has, by bot and content: in memory, else in the CMS. What nobody has uploaded yet is
 * uploaded by one call at a time; the others wait and then send its file_id.
 */
export const createFileIds = (options: {
  client: Pick<RunnerClient, 'findFiles' | 'saveFiles'>
  max: number
  log: Logger
}) => {
  const { client, max, log } = options
  const known = new Map<string, Known>()
  /** Those that Telegram no longer takes: the CMS may name them until it is told better. */
  const broken = new Set<string>()
  const uploading = new Map<string, Promise<void>>()

  /** As the most recently used one; the least recently used one goes when there are too many. */
  const keep = (key: string, files: Known) => {
    known.delete(key)
    known.set(key, files)
    if (known.size > max) known.delete(known.keys().next().value!)
  }

  const remember = (telegramBotId: number, { hash, form, fileId }: BotFile) => {
    const key = keyOf(telegramBotId, hash)
    const files = known.get(key) ?? {}
    if (!broken.has(fileId)) files[form] = fileId
    keep(key, files)
  }

  const load = async (telegramBotId: number, uses: readonly FileUse[]): Promise<void> => {
    const hashes = new Set(uses.map(({ media }) => media.hash))
    const missing = [...hashes].filter((hash) => !known.has(keyOf(telegramBotId, hash)))
    if (missing.length === 0) return
    try {
      const files = await client.findFiles(telegramBotId, missing)
      for (const hash of missing) keep(keyOf(telegramBotId, hash), {})
      files.forEach((file) => remember(telegramBotId, file))
    } catch (cause) {
      throw new RetryLaterError('the CMS cannot be asked for file ids', { cause })
    }
  }

  const find = (telegramBotId: number, { media, forms }: FileUse): FoundFile | undefined => {
    const files = known.get(keyOf(telegramBotId, media.hash)) ?? {}
    for (const form of forms) {
      const fileId = files[form]
      if (fileId !== undefined) return { form, fileId }
    }
    return undefined
  }

  const save = (telegramBotId: number, files: BotFile[]) => {
    files.forEach((file) => remember(telegramBotId, file))
    // Lost, it costs one more upload by another process.
    client
      .saveFiles(telegramBotId, files)
      .catch((error: unknown) => log.warn({ error: describeError(error) }, 'file ids are not kept'))
  }

  const claim = async (telegramBotId: number, uses: readonly FileUse[]): Promise<Claim> => {
    for (;;) {
      await load(telegramBotId, uses)
      const found = uses.map((use) => find(telegramBotId, use))
      const missing = uses
        .filter((_use, at) => found[at] === undefined)
        .map(({ media }) => keyOf(telegramBotId, media.hash))
      const others = missing.flatMap((key) => uploading.get(key) ?? [])
      if (others.length > 0) {
        await Promise.all(others)
        continue
      }
      // All or none, in one breath: two calls never wait for each other.
      const { promise, resolve } = Promise.withResolvers<void>()
      for (const key of missing) uploading.set(key, promise)
      return {
        found,
        release: (uploaded = []) => {
          if (uploaded.length > 0) save(telegramBotId, uploaded)
          for (const key of missing) uploading.delete(key)
          resolve()
        },
      }
    }
  }

  /** Telegram no longer takes these: they are not used again. */
  const forget = (telegramBotId: number, uses: readonly FileUse[], found: Claim['found']) => {
    found.forEach((file, at) => {
      if (file === undefined) return
      broken.add(file.fileId)
      delete known.get(keyOf(telegramBotId, uses[at]!.media.hash))?.[file.form]
    })
    // A few at most; should it ever grow, the oldest have been replaced in the CMS long since.
    for (const fileId of broken) if (broken.size > max) broken.delete(fileId)
  }

  return { claim, forget }
}

export type FileIds = ReturnType<typeof createFileIds>
