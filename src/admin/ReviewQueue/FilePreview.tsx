'use client'

import type { SubmittedFile } from '../../operations/assignments/listSubmissionFiles.system.ts'
import { sizeOf } from '../ImportCourse/sizeOf.ts'
import { useMessages } from '../lib/useMessages.ts'
import { previewOf } from '../../contracts/previewOf.ts'

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
  const preview = previewOf(mimeType)
  const size = bytes === null ? '' : ` (${sizeOf(bytes, locale)})`
  // A page of its own, whose content is kept from everything, plays nothing.
  const save = (
    <a href={url} download={name}>
      {t('reviews.file.save', { name })}
      {size}
    </a>
  )
  if (preview === 'picture')
    return (
      <figure className="gongbu-reviews__file">
        <a href={url} target="_blank" rel="noreferrer" aria-label={t('reviews.file.open', { name })}>
          <img src={url} alt={t('reviews.file.picture', { name })} loading="lazy" />
        </a>
      </figure>
    )
  if (preview === 'film')
    return (
      <figure className="gongbu-reviews__file">
        <video src={url} controls preload="metadata" aria-label={name} />
        <figcaption>{save}</figcaption>
      </figure>
    )
  if (preview === 'sound')
    return (
      <figure className="gongbu-reviews__file">
        <audio src={url} controls preload="metadata" aria-label={name} />
        <figcaption>{save}</figcaption>
      </figure>
    )
  return (
    <p className="gongbu-reviews__file">
      <a href={url} target="_blank" rel="noreferrer">
        {t('reviews.file.open', { name })}
        {size}
      </a>
    </p>
  )
}
