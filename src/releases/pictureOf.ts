import type { MediaFile } from '../contracts/mediaFile.ts'
import type { Release } from '../lesson/engine/release.ts'

/** The picture of a course's bot, if there is one that is a picture. Releases of long ago know of no files. */
export const pictureOf = ({
  profile,
  media = {},
}: Partial<Pick<Release, 'profile' | 'media'>>): MediaFile | undefined => {
  const file = media[profile?.pictureId ?? '']
  return file?.kind === 'image' ? file : undefined
}
