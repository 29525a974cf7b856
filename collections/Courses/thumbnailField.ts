import type { UploadField, UploadFieldSingleValidation } from 'payload'
import { upload } from 'payload/shared'

import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'
import { idOf } from '../../src/operations/idOf.ts'

/** A picture that the author may see. The one that is there may stay, also when whoever uploaded it has left the authors. */
const requirePicture: UploadFieldSingleValidation = async (value, options) =>
  idOf(value as string | null) === idOf(options.previousValue as string | null) ||
  (await upload(value, options)) === true ||
  translate(localeFrom(options.req.i18n.language), 'error.pictureUnknown')

export const thumbnailField: UploadField = {
  name: 'thumbnail',
  type: 'upload',
  label: label('label.thumbnail'),
  relationTo: slugs.media,
  filterOptions: { kind: { in: ['image'] } },
  validate: requirePicture as never,
  admin: { description: label('hint.thumbnail') },
}
