import type { PayloadRequest } from 'payload'

import { localeFrom, translate } from '../i18n/translate.ts'
import { AppError } from './AppError.ts'

/** 409 for what others need; readable also when it is one of many that are deleted together. */
export const notDeletable = (options: {
  req: PayloadRequest
  code: 'courseHasLearners' | 'courseKeepsBot' | 'userIsNeeded' | 'fileIsUsed'
  details: Record<string, number | string>
}): AppError => {
  const { req, code, details } = options
  const message = translate(localeFrom(req.i18n?.language), `error.${code}`, details)
  return new AppError({ code, status: 409, details, message })
}
