import type { ApiMedia } from '../../contracts/api/media.ts'
import type { Media } from '../../payload-types.ts'
import { createShortLink } from './mediaLink.ts'

type Shown = 'id' | 'hash' | 'kind' | 'originalName' | 'filename' | 'mimeType' | 'filesize'
type Measured = 'width' | 'height' | 'duration' | 'alt'

/** A file by the names of the API, with a link for whoever may see it. */
export const presentMedia = (
  media: Pick<Media, Shown | Measured> & { createdAt: string | Date },
): ApiMedia => ({
  id: media.id,
  kind: media.kind ?? null,
  name: media.originalName ?? media.filename ?? '',
  mimeType: media.mimeType ?? 'application/octet-stream',
  bytes: media.filesize ?? 0,
  width: media.width ?? null,
  height: media.height ?? null,
  duration: media.duration ?? null,
  alt: media.alt ?? '',
  url: createShortLink(media),
  createdAt: new Date(media.createdAt).toISOString(),
})
