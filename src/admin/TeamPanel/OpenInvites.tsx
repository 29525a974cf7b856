'use client'

import { Button, toast } from '@payloadcms/ui'

import type { TeamState } from '../../operations/team/describeTeam.ts'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'

type Props = { courseId: number | string; team: TeamState; onChange: (team: TeamState) => void }

/** Who is asked and has not answered yet. */
export const OpenInvites = ({ courseId, team, onChange }: Props) => {
  const { t, locale } = useMessages()
  if (team.invites.length === 0) return null
  const withdraw = (inviteId: string) =>
    requestApi<TeamState>('DELETE', `courses/${courseId}/team/invites/${inviteId}`, { locale }).then(
      onChange,
      (refusal: Error) => void toast.error(refusal.message),
    )
  return (
    <div>
      <p>{t('team.invited')}</p>
      <ul className="gongbu-team">
        {team.invites.map(({ id, email, role }) => (
          <li key={id}>
            <span className="gongbu-team__who">
              <span>{email}</span>
              <span className="gongbu-panel__hint">{t(`team.role.${role}`)}</span>
            </span>
            <Button
              buttonStyle="secondary"
              size="small"
              margin={false}
              aria-label={t('team.withdraw', { email })}
              onClick={() => void withdraw(id)}
            >
              {t('team.withdrawShort')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
