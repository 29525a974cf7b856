import { label } from '../../../src/i18n/label.ts'
import { questionBlock } from './questionBlock.ts'

/** Answered with a number. */
export const numberBlock = questionBlock('number', {
  interfaceName: 'NumberQuestion',
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'value',
          type: 'number',
          label: label('label.numberValue'),
          required: true,
        },
        {
          name: 'tolerance',
          type: 'number',
          label: label('label.tolerance'),
          min: 0,
          defaultValue: 0,
          admin: { description: label('hint.tolerance') },
        },
      ],
    },
  ],
})
