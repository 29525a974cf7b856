'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'

import type { TestState } from '../../operations/courseTest/describeTest.ts'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import { TapLink } from '../TapLink/TapLink.tsx'
import type { TestAct } from './BotTest.tsx'

type Props = { courseId: number | string; test: TestState; isBusy: boolean; act: TestAct }
type Issued = { link: string; expiresAt: string }

/** The link that lets testers in. It is known only while it is shown: what is kept does not make it again. */
export const TestInvitation = ({ courseId, test, isBusy, act }: Props) => {
  const { t, locale } = useMessages()
  const [issued, setIssued] = useState<Issued>()
  const timeOf = (iso: string) =>
    new Date(iso).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' })

  const invite = () =>
    requestApi<Issued>('POST', `courses/${courseId}/test/invitation`, { locale }).then(
      setIssued,
      (error: Error) => void toast.error(error.message),
    )
  const revoke = async () => {
    setIssued(undefined)
    await act('DELETE', '/invitation')
  }
  const good = issued ?? test.invitation
  return (
    <div className="gongbu-test__invitation">
      {issued && (
        <>
          <TapLink link={issued.link} label={t('testPanel.joinLink')} />
          <p className="gongbu-panel__hint">
            {t('testPanel.inviteHint', { time: timeOf(issued.expiresAt) })}
          </p>
        </>
      )}
      {!issued && test.invitation && (
        <p className="gongbu-panel__hint">
          {t('testPanel.invited', { time: timeOf(test.invitation.expiresAt) })}
        </p>
      )}
      <div className="gongbu-panel__actions">
        <Button
          buttonStyle="secondary"
          size="small"
          margin={false}
          disabled={isBusy}
          onClick={() => void invite()}
        >
          {t(good ? 'testPanel.inviteAnew' : 'testPanel.invite')}
        </Button>
        {good && (
          <Button
            buttonStyle="subtle"
            size="small"
            margin={false}
            disabled={isBusy}
            onClick={() => void revoke()}
          >
            {t('testPanel.revoke')}
          </Button>
        )}
      </div>
    </div>
  )
}
