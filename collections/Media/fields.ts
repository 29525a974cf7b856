import type { Field } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { mediaKinds } from '../../src/contracts/mediaFile.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

/** Found out from the file itself, never taken from who uploads it. */
const found = { access: { create: nobody, update: nobody }, admin: { readOnly: true } } as const

export const mediaFields: Field[] = [
  { name: 'originalName', type: 'text', label: label('label.name'), ...found },
  { name: 'alt', type: 'text', label: label('label.alt'), maxLength: 300 },
  {
    name: 'kind',
    type: 'select',
    label: label('label.mediaKind'),
    index: true,
    options: mediaKinds.map((kind) => ({ value: kind, label: label(`label.mediaKind.${kind}`) })),
    ...found,
  },
  { name: 'duration', type: 'number', label: label('label.seconds'), ...found },
  /** SHA-256 of the stored bytes: what a file_id is remembered by. */
  { name: 'hash', type: 'text', ...found, admin: { hidden: true } },
  /** SHA-256 of the bytes as they came: whoever imports them again gets the file that is there. */
  { name: 'sourceHash', type: 'text', index: true, ...found, admin: { hidden: true } },
  {
    name: 'creator',
    type: 'relationship',
    relationTo: slugs.users,
    index: true,
    access: { create: nobody, update: nobody },
    admin: { hidden: true },
  },
]
