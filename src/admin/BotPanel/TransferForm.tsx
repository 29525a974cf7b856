'use client'

import { Button, toast, useConfig } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'

/** Gives the course and its bot to another creator. Not a `<form>`: it stands inside the course's own. */
export const TransferForm = (props: { courseId: number | string; onEnd: () => void }) => {
  const { courseId, onEnd } = props
  const { t, locale } = useMessages()
  const { config } = useConfig()
  const inputId = useId()
  const [email, setEmail] = useState('')
  const [error, setError] = useState('')

  const transfer = () =>
    requestApi('POST', `courses/${courseId}/transfer`, { locale, body: { email } }).then(
      () => {
        toast.success(t('botPanel.transferred', { email }))
        // The page is no longer theirs to see.
        window.location.assign(`${config.routes.admin}/collections/courses`)
      },
      (refusal: Error) => setError(refusal.message),
    )
  return (
    <div className="gongbu-panel__token">
      <label htmlFor={inputId}>{t('botPanel.transferTo')}</label>
      <input
        id={inputId}
        className="gongbu-input"
        type="email"
        autoComplete="off"
        aria-invalid={error !== ''}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      {error && (
        <p className="gongbu-panel__error" role="alert">
          {error}
        </p>
      )}
      <p className="gongbu-panel__hint">{t('botPanel.transferHint')}</p>
      <div className="gongbu-panel__actions">
        <Button size="small" margin={false} disabled={email.trim() === ''} onClick={() => void transfer()}>
          {t('botPanel.transfer')}
        </Button>
        <Button buttonStyle="subtle" size="small" margin={false} onClick={onEnd}>
          {t('botPanel.cancel')}
        </Button>
      </div>
    </div>
  )
}
