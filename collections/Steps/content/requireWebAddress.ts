import type { TextFieldSingleValidation } from 'payload'

import { localeFrom, translate } from '../../../src/i18n/translate.ts'

/** Telegram links to web pages only. */
export const requireWebAddress: TextFieldSingleValidation = (value, { req, required }) => {
  if (!value) return required ? translate(localeFrom(req.i18n.language), 'error.webAddress') : true
  const isWeb = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
  return isWeb || translate(localeFrom(req.i18n.language), 'error.webAddress')
}
