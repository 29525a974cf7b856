import { GrammyError } from 'grammy'

import type { BotFile, FileForm } from '../../../src/contracts/runnerMedia.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import type { Claim, FileIds, FileUse } from './fileIds.ts'
import { mediaUpload } from './mediaUpload.ts'
import { sentFiles } from './sentFiles.ts'
import { withUploads, type Upload } from './upload.ts'

/** A file as a call names it: `ref` is a file_id, or the attached file. */
export type FileRef = { form: FileForm; ref: string }

/** A call of the Bot API; which method it is may hang on the form in which Telegram holds the file. */
export type BotCall = { method: string; payload: object }

/** The files that go with a call, and the call itself when it is known how to name them. */
export type MessageCall = { uses: FileUse[]; build: (refs: FileRef[]) => BotCall }

export type FileServices = { fileIds: FileIds; client: Pick<RunnerClient, 'openMedia'> }

type RawApi = Record<string, (payload: object) => Promise<unknown>>

export const callBot = ({ bot }: CourseBot, { method, payload }: BotCall): Promise<unknown> =>
  (bot.api.raw as unknown as RawApi)[method]!(payload)

/** All of Telegram's ways of saying that a file_id is no good, or not for this. */
const isBrokenFileId = (error: unknown): boolean =>
  error instanceof GrammyError &&
  error.error_code === 400 &&
  /file.?(id|reference)|file of type|type of file/i.test(error.description)

const learned = (uses: readonly FileUse[], found: Claim['found'], result: unknown): BotFile[] => {
  const sent = sentFiles(result)
  if (sent.length !== uses.length) return []
  return uses.flatMap(({ media }, at) => (found[at] ? [] : [{ hash: media.hash, ...sent[at]! }]))
}

const refsFor = (client: FileServices['client'], uses: readonly FileUse[], found: Claim['found']) => {
  const uploads: Upload[] = []
  const names = new Map<string, string>()
  const attach = ({ media, forms: [form] }: FileUse): FileRef => {
    const known = names.get(media.hash)
    const name = known ?? `file${names.size}`
    if (known === undefined) {
      names.set(media.hash, name)
      uploads.push(mediaUpload(client, media, name))
    }
    return { form, ref: `attach://${name}` }
  }
  const refs = uses.map((use, at): FileRef => {
    const file = found[at]
    return file === undefined ? attach(use) : { form: file.form, ref: file.fileId }
  })
  return { refs, uploads }
}

/**
 * Makes a call with files: by their file_ids where the bot has sent them before, else with the files themselves.
 * A file_id that Telegram no longer takes is forgotten, and the file uploaded once more.
 * @throws {RetryLaterError} when the CMS is away; {MediaGoneError}, {UploadLengthError}; errors of the call
 */
export const sendFiles = async (
  { fileIds, client }: FileServices,
  course: CourseBot,
  { uses, build }: MessageCall,
): Promise<unknown> => {
  if (uses.length === 0) return callBot(course, build([]))
  const { telegramBotId } = course.record
  for (let isSecond = false; ; isSecond = true) {
    const { found, release } = await fileIds.claim(telegramBotId, uses)
    let uploaded: BotFile[] = []
    try {
      const { refs, uploads } = refsFor(client, uses, found)
      const { method, payload } = build(refs)
      const result = await callBot(course, { method, payload: withUploads(payload, uploads) })
      uploaded = learned(uses, found, result)
      return result
    } catch (error) {
      if (isSecond || !isBrokenFileId(error) || !found.some(Boolean)) throw error
      fileIds.forget(telegramBotId, uses, found)
    } finally {
      release(uploaded)
    }
  }
}
