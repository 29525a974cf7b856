'use client'

import { useMessages } from '../lib/useMessages.ts'
import { useTapLink } from '../lib/useTapLink.ts'
import { TapLink } from '../TapLink/TapLink.tsx'

/** Shows the link by which a person says which Telegram account is theirs. */
export const LinkTelegram = () => {
  const { t, locale } = useMessages()
  const { link, error } = useTapLink('users/me/telegram-link', locale)
  if (error)
    return (
      <p className="gongbu-panel__error" role="alert">
        {error}
      </p>
    )
  return link === undefined ? (
    <div aria-busy="true" />
  ) : (
    <TapLink link={link} label={t('telegramAccount.open')} />
  )
}
