import { label } from '../../../src/i18n/label.ts'
import { maxOptions } from '../../../src/lesson/engine/quiz/questionProblems.ts'
import { questionBlock } from './questionBlock.ts'

/** Items to put in order. */
export const orderBlock = questionBlock('order', {
  interfaceName: 'OrderQuestion',
  fields: [
    {
      name: 'items',
      type: 'array',
      label: label('label.items'),
      labels: { singular: label('label.item'), plural: label('label.items') },
      maxRows: maxOptions,
      defaultValue: [{}, {}, {}],
      admin: { description: label('hint.items') },
      fields: [{ name: 'text', type: 'text', label: label('label.item'), required: true, maxLength: 300 }],
    },
  ],
})
