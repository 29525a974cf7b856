import type { MediaFile } from '../../../src/contracts/mediaFile.ts'
import type { FileForm } from '../../../src/contracts/runnerMedia.ts'
import type { FileUse } from './fileIds.ts'

/** What Telegram may make of a file besides: a film without sound is an animation to it. */
const alsoHeldAs: Partial<Record<FileForm, readonly FileForm[]>> = {
  video: ['animation'],
  animation: ['video', 'document'],
}

/** `isAlone`: whether the file is a message of its own, so that its method may hang on its form. */
export const fileUse = (media: MediaFile, form: FileForm, isAlone: boolean): FileUse => ({
  media,
  forms: [form, ...(isAlone ? (alsoHeldAs[form] ?? []) : [])],
})
