'use client'

import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

import { ConfirmedButton } from '../ConfirmedButton/ConfirmedButton.tsx'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Panel } from '../Panel/Panel.tsx'
import { LinkTelegram } from './LinkTelegram.tsx'
import { useTelegramAccount } from './useTelegramAccount.ts'

/** On a person's own account page: their Telegram account, to be linked or unlinked. */
export const TelegramAccount = () => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { t, locale } = useMessages()
  const [isLinking, setIsLinking] = useState(false)
  const { account, load } = useTelegramAccount(isLinking, locale)
  if (id === undefined || id !== user?.id || account === undefined) return null

  const { isLinked, username, canLink } = account
  const unlink = async () => {
    await requestApi('DELETE', 'users/me/telegram-link', { locale }).catch((error: Error) =>
      toast.error(error.message),
    )
    setIsLinking(false)
    await load()
  }
  return (
    <Panel
      title={t('telegramAccount.title')}
      badge={{
        text: t(isLinked ? 'telegramAccount.badge.linked' : 'telegramAccount.badge.none'),
        tone: isLinked ? 'good' : 'idle',
      }}
    >
      <p aria-live="polite" data-telegram-linked={isLinked}>
        {isLinked
          ? username === null
            ? t('telegramAccount.linkedUnnamed')
            : t('telegramAccount.linked', { name: `@${username}` })
          : t(canLink ? 'telegramAccount.why' : 'telegramAccount.noPlatform')}
      </p>
      {isLinked && (
        <div className="gongbu-panel__actions">
          <ConfirmedButton
            label={t('telegramAccount.unlink')}
            question={t('telegramAccount.confirmUnlink')}
            isDisabled={false}
            size="small"
            onConfirm={unlink}
          />
        </div>
      )}
      {!isLinked && canLink && !isLinking && (
        <div className="gongbu-panel__actions">
          <Button size="small" margin={false} onClick={() => setIsLinking(true)}>
            {t('telegramAccount.link')}
          </Button>
        </div>
      )}
      {!isLinked && isLinking && <LinkTelegram />}
    </Panel>
  )
}
