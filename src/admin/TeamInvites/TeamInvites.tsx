'use client'

import { Button, toast } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { OwnInvite } from '../../operations/team/listInvites.ts'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Panel } from '../Panel/Panel.tsx'

/** On the first page of the admin: the courses that the person is asked to join. */
export const TeamInvites = () => {
  const { t, locale } = useMessages()
  const [invites, setInvites] = useState<OwnInvite[]>([])

  useEffect(() => {
    const abort = new AbortController()
    requestApi<{ invites: OwnInvite[] }>('GET', 'users/me/invites', { locale, signal: abort.signal }).then(
      (answer) => setInvites(answer.invites),
      () => undefined,
    )
    return () => abort.abort()
  }, [locale])
  if (invites.length === 0) return null

  const answer = (invite: OwnInvite, how: 'accept' | 'decline') =>
    requestApi('POST', `users/me/invites/${invite.id}/${how}`, { locale }).then(
      () => {
        setInvites((others) => others.filter(({ id }) => id !== invite.id))
        if (how === 'accept') toast.success(t('team.invites.accepted', { course: invite.courseTitle }))
      },
      (refusal: Error) => void toast.error(refusal.message),
    )
  return (
    <Panel title={t('team.invites.title')} badge={{ text: String(invites.length), tone: 'waiting' }}>
      {invites.map((invite) => (
        <div key={invite.id}>
          <p>
            {t('team.invites.text', { role: invite.role, course: invite.courseTitle })}
            {invite.invitedBy !== null && (
              <span className="gongbu-panel__hint">
                {' · '}
                {t('team.invites.by', { name: invite.invitedBy })}
              </span>
            )}
          </p>
          <div className="gongbu-panel__actions">
            <Button size="small" margin={false} onClick={() => void answer(invite, 'accept')}>
              {t('team.invites.accept')}
            </Button>
            <Button
              buttonStyle="secondary"
              size="small"
              margin={false}
              onClick={() => void answer(invite, 'decline')}
            >
              {t('team.invites.decline')}
            </Button>
          </div>
        </div>
      ))}
    </Panel>
  )
}
