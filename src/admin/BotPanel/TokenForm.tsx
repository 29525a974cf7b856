'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { CourseBotState } from '../../operations/bots/describeCourseBot.ts'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'

/**
 * Takes a BotFather token. Not a `<form>` and no named field: it stands inside the course's own form, and
 * the token must not travel with the course.
 */
export const TokenForm = (props: {
  courseId: number | string
  onDone: (bot: CourseBotState) => void
  onCancel?: () => void
}) => {
  const { courseId, onDone, onCancel } = props
  const { t, locale } = useMessages()
  const inputId = useId()
  const hintId = useId()
  const [token, setToken] = useState('')
  const [error, setError] = useState('')
  const [isBusy, setIsBusy] = useState(false)

  const attach = async () => {
    setIsBusy(true)
    setError('')
    await requestApi<CourseBotState>('POST', `courses/${courseId}/bot`, { locale, body: { token } }).then(
      onDone,
      (refusal: Error) => setError(refusal.message),
    )
    setIsBusy(false)
  }

  return (
    <div className="gongbu-panel__token">
      <label htmlFor={inputId}>{t('botPanel.tokenLabel')}</label>
      <input
        id={inputId}
        className="gongbu-input gongbu-panel__secret"
        // Not a password: browsers would offer to keep it, or fill in the account's.
        type="text"
        autoComplete="off"
        aria-describedby={hintId}
        aria-invalid={error !== ''}
        spellCheck={false}
        value={token}
        onChange={(event) => setToken(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (!isBusy && token.trim() !== '') void attach()
        }}
      />
      {error && (
        <p className="gongbu-panel__error" role="alert">
          {error}
        </p>
      )}
      <p className="gongbu-panel__hint" id={hintId}>
        {t('botPanel.tokenHint')}
      </p>
      <div className="gongbu-panel__actions">
        <Button
          size="small"
          margin={false}
          disabled={isBusy || token.trim() === ''}
          onClick={() => void attach()}
        >
          {t('botPanel.attach')}
        </Button>
        {onCancel && (
          <Button buttonStyle="subtle" size="small" margin={false} onClick={onCancel}>
            {t('botPanel.cancel')}
          </Button>
        )}
      </div>
    </div>
  )
}
