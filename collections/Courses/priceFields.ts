import type { Field, NumberFieldSingleValidation, TextFieldSingleValidation } from 'payload'

import { isCurrency, isPrice, pricingModels } from '../../src/contracts/courseOptions.ts'
import { label } from '../../src/i18n/label.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'

const requirePrice: NumberFieldSingleValidation = (value, { req }) =>
  value === null ||
  value === undefined ||
  isPrice(value) ||
  translate(localeFrom(req.i18n.language), 'error.priceInvalid')
const requireCurrency: TextFieldSingleValidation = (value, { req }) =>
  !value || isCurrency(value) || translate(localeFrom(req.i18n.language), 'error.currencyUnknown')

/** What a course costs, and how. */
export const priceFields: Field[] = [
  {
    name: 'pricingModel',
    type: 'select',
    label: label('label.pricingModel'),
    required: true,
    defaultValue: 'free',
    options: pricingModels.map((model) => ({ value: model, label: label(`label.pricing.${model}`) })),
  },
  {
    type: 'row',
    fields: [
      { name: 'price', type: 'number', label: label('label.price'), validate: requirePrice },
      {
        name: 'currency',
        type: 'text',
        label: label('label.currency'),
        defaultValue: 'RUB',
        validate: requireCurrency,
      },
      {
        name: 'priceStars',
        type: 'number',
        label: label('label.priceStars'),
        min: 1,
        max: 10_000,
        admin: { step: 1 },
      },
    ],
    admin: { condition: (data) => data?.pricingModel !== 'free' },
  },
]
