import type { Block, Field } from 'payload'

import type { MediaFile } from '../../../src/contracts/mediaFile.ts'
import { slugs } from '../../../src/contracts/slugs.ts'
import { label } from '../../../src/i18n/label.ts'
import { blockAdmin } from './blockAdmin.ts'

/** Telegram's limit of a caption. */
const maxCaption = 1024

const file = (...kinds: MediaFile['kind'][]): Field => ({
  name: 'media',
  type: 'upload',
  label: label('label.file'),
  relationTo: slugs.media,
  required: true,
  filterOptions: { kind: { in: kinds } },
})

const caption: Field = {
  name: 'caption',
  type: 'textarea',
  label: label('label.caption'),
  maxLength: maxCaption,
  admin: { rows: 2 },
}

const alt: Field = {
  name: 'alt',
  type: 'text',
  label: label('label.alt'),
  maxLength: 300,
  admin: { description: label('hint.alt') },
}

const Image: Block = {
  slug: 'Image',
  labels: { singular: label('label.imageBlock'), plural: label('label.imageBlock') },
  admin: blockAdmin('image'),
  fields: [file('image', 'animation'), alt, caption],
}

const Album: Block = {
  slug: 'Album',
  labels: { singular: label('label.albumBlock'), plural: label('label.albumBlock') },
  admin: blockAdmin('album'),
  fields: [
    {
      name: 'layout',
      type: 'select',
      label: label('label.albumLayout'),
      required: true,
      defaultValue: 'collage',
      options: [
        { value: 'collage', label: label('label.albumLayout.collage') },
        { value: 'slideshow', label: label('label.albumLayout.slideshow') },
      ],
    },
    {
      name: 'items',
      type: 'array',
      label: label('label.pictures'),
      labels: { singular: label('label.picture'), plural: label('label.pictures') },
      required: true,
      minRows: 2,
      maxRows: 50,
      fields: [file('image', 'video'), alt],
    },
    caption,
  ],
}

const oneFile = (slug: string, key: Parameters<typeof label>[0], ...kinds: MediaFile['kind'][]): Block => ({
  slug,
  labels: { singular: label(key), plural: label(key) },
  admin: blockAdmin(slug.toLowerCase()),
  fields: [file(...kinds), caption],
})

export const mediaBlocks: Block[] = [
  Image,
  Album,
  oneFile('Video', 'label.videoBlock', 'video', 'animation'),
  oneFile('Audio', 'label.audioBlock', 'audio'),
  oneFile('Voice', 'label.voiceBlock', 'voice'),
  // Anything may be sent as a file, untouched by Telegram.
  oneFile('File', 'label.fileBlock', 'file', 'image', 'animation', 'video', 'audio', 'voice'),
]
