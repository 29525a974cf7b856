'use client'

import type { SubmittedFile } from '../../operations/assignments/listSubmissionFiles.system.ts'
import { sizeOf } from '../ImportCourse/sizeOf.ts'
import { useMessages } from '../lib/useMessages.ts'

/** What a browser shows without becoming anything else; all other files are a link that saves them. */
const pictures = /^image\/(jpeg|png|gif)$/
const films = /^video\/mp4$/
const sounds = /^audio\/(mpeg|mp4|ogg|flac|wav|aac)$/

/** A file of a submission, where it stands. */
export const FilePreview = ({ file }: { file: SubmittedFile }) => {
  const { t, locale } = useMessages()
  const { name, url, mimeType, state, bytes } = file
  if (url === null)
    return (
      <p className="gongbu-reviews__dim">
        {t(`reviews.file.${state === 'kept' ? 'gone' : state}`, { name })}
      </p>
    )
  const link = (
    <a href={url} target="_blank" rel="noreferrer">
      {t('reviews.file.open', { name })}
      {bytes !== null && ` (${sizeOf(bytes, locale)})`}
    </a>
  )
  if (pictures.test(mimeType))
    return (
      <figure className="gongbu-reviews__file">
        <a href={url} target="_blank" rel="noreferrer" aria-label={t('reviews.file.open', { name })}>
          <img src={url} alt={t('reviews.file.picture', { name })} loading="lazy" />
        </a>
      </figure>
    )
  if (films.test(mimeType))
    return (
      <figure className="gongbu-reviews__file">
        <video src={url} controls preload="metadata" aria-label={name} />
        <figcaption>{link}</figcaption>
      </figure>
    )
  if (sounds.test(mimeType))
    return (
      <figure className="gongbu-reviews__file">
        <audio src={url} controls preload="metadata" aria-label={name} />
        <figcaption>{link}</figcaption>
      </figure>
    )
  return <p className="gongbu-reviews__file">{link}</p>
}
