import type { Field } from 'payload'

import { label } from '../../../src/i18n/label.ts'

export const explanationField = (hint: Parameters<typeof label>[0]): Field => ({
  name: 'explanation',
  type: 'textarea',
  label: label('label.explanation'),
  maxLength: 1500,
  admin: { rows: 2, description: label(hint) },
})
