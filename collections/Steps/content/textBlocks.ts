import type { Block } from 'payload'

import { label } from '../../../src/i18n/label.ts'
import { blockAdmin } from './blockAdmin.ts'
import { requireWebAddress } from './requireWebAddress.ts'

const monospace = { className: 'gongbu-monospace' }

/** Any language's name will do: a chat shows it as it is. */
const Code: Block = {
  slug: 'Code',
  labels: { singular: label('label.codeBlock'), plural: label('label.codeBlock') },
  admin: blockAdmin('code'),
  fields: [
    {
      name: 'language',
      type: 'text',
      label: label('label.codeLanguage'),
      maxLength: 40,
      admin: { placeholder: 'python' },
    },
    {
      name: 'code',
      type: 'textarea',
      label: label('label.code'),
      required: true,
      admin: { ...monospace, rows: 6 },
    },
  ],
}

const Math: Block = {
  slug: 'Math',
  labels: { singular: label('label.mathBlock'), plural: label('label.mathBlock') },
  admin: blockAdmin('math'),
  fields: [
    {
      name: 'latex',
      type: 'textarea',
      label: label('label.latex'),
      required: true,
      maxLength: 4000,
      admin: { ...monospace, rows: 3, description: label('hint.latex') },
    },
  ],
}

const Embed: Block = {
  slug: 'Embed',
  labels: { singular: label('label.embedBlock'), plural: label('label.embedBlock') },
  admin: blockAdmin('embed'),
  fields: [
    {
      name: 'url',
      type: 'text',
      label: label('label.url'),
      required: true,
      maxLength: 2048,
      validate: requireWebAddress,
    },
    { name: 'title', type: 'text', label: label('label.title'), maxLength: 200 },
  ],
}

export const textBlocks: Block[] = [Code, Math, Embed]
