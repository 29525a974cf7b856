'use client'

import { Button, toast, useDocumentInfo } from '@payloadcms/ui'

import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'

/** On a bot's page: has it looked at now. */
export const CheckBot = () => {
  const { id } = useDocumentInfo()
  const { t, locale } = useMessages()
  if (id === undefined) return null
  const check = () =>
    requestApi('POST', `bots/${id}/check`, { locale }).then(
      () => void toast.success(t('fleet.checkAsked')),
      (error: Error) => void toast.error(error.message),
    )
  return (
    <Button size="small" buttonStyle="secondary" margin={false} onClick={() => void check()}>
      {t('fleet.checkNow')}
    </Button>
  )
}
