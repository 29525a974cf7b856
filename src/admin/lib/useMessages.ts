'use client'

import { useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'

import type { MessageKey } from '../../i18n/en.ts'
import { localeFrom, translate, type MessageValues } from '../../i18n/translate.ts'

/** The catalogue in the language that the person has chosen for the admin. */
export const useMessages = () => {
  const { i18n } = useTranslation()
  const locale = localeFrom(i18n.language)
  const t = useCallback((key: MessageKey, values?: MessageValues) => translate(locale, key, values), [locale])
  return { t, locale }
}
