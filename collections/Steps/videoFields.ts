import type { Condition, Field, TextFieldSingleValidation } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'
import { anchorField } from './anchorField.ts'
import { requireWebAddress } from './content/requireWebAddress.ts'

const isVideo: Condition = (data) => data?.stepType === 'video'

const requireOneVideo: TextFieldSingleValidation = (value, options) => {
  const { video } = options.siblingData as { video?: unknown }
  if (value && video) return translate(localeFrom(options.req.i18n.language), 'error.twoVideos')
  return requireWebAddress(value, options)
}

/** A file of ours, or an address elsewhere. */
export const videoFields: Field[] = [
  anchorField('videoFile', isVideo),
  {
    name: 'video',
    type: 'upload',
    label: label('label.videoBlock'),
    relationTo: slugs.media,
    filterOptions: { kind: { in: ['video', 'animation'] } },
    admin: { condition: isVideo, description: label('hint.video') },
  },
  {
    name: 'videoUrl',
    type: 'text',
    label: label('label.videoUrl'),
    maxLength: 2048,
    validate: requireOneVideo,
    admin: { condition: isVideo, description: label('hint.videoUrl') },
  },
]
