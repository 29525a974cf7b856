'use client'

import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { teamRoles, type TeamRole } from '../../contracts/team.ts'
import type { TeamState } from '../../operations/team/describeTeam.ts'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import { TapLink } from '../TapLink/TapLink.tsx'

type Props = { courseId: number | string; team: TeamState; onChange: (team: TeamState) => void }

/** Asks somebody by address, or gives out a link. Not a `<form>`: it stands inside the course's own. */
export const AddMember = ({ courseId, team, onChange }: Props) => {
  const { t, locale } = useMessages()
  const [roleId, emailId] = [useId(), useId()]
  const [isOpen, setIsOpen] = useState(false)
  const [role, setRole] = useState<TeamRole>('mentor')
  const [email, setEmail] = useState('')
  const [link, setLink] = useState('')
  const [error, setError] = useState('')
  if (!isOpen)
    return (
      <div className="gongbu-panel__actions">
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => setIsOpen(true)}>
          {t('team.add')}
        </Button>
      </div>
    )

  const refused = (refusal: Error) => setError(refusal.message)
  const invite = () =>
    requestApi<TeamState>('POST', `courses/${courseId}/team/invites`, {
      locale,
      body: { email: email.trim(), role },
    }).then((changed) => {
      toast.success(t('team.asked', { email: email.trim() }))
      setEmail('')
      setError('')
      onChange(changed)
    }, refused)
  const makeLink = () =>
    requestApi<{ link: string }>('POST', `courses/${courseId}/team/link`, { locale, body: { role } }).then(
      (issued) => {
        setError('')
        setLink(issued.link)
      },
      refused,
    )
  return (
    <div className="gongbu-panel__token">
      <p className="gongbu-panel__hint">{t('team.about')}</p>
      <label htmlFor={roleId}>{t('team.role')}</label>
      <select
        id={roleId}
        className="gongbu-input"
        value={role}
        onChange={(event) => {
          setRole(event.target.value as TeamRole)
          setLink('')
        }}
      >
        {teamRoles.map((name) => (
          <option key={name} value={name}>
            {t(`team.role.${name}`)}
          </option>
        ))}
      </select>
      <label htmlFor={emailId}>{t('team.email')}</label>
      <input
        id={emailId}
        className="gongbu-input"
        type="email"
        autoComplete="off"
        aria-invalid={error !== ''}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <p className="gongbu-panel__hint">{t('team.emailHint')}</p>
      {error && (
        <p className="gongbu-panel__error" role="alert">
          {error}
        </p>
      )}
      <div className="gongbu-panel__actions">
        <Button size="small" margin={false} disabled={email.trim() === ''} onClick={() => void invite()}>
          {t('team.invite')}
        </Button>
        {team.hasLinks && (
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void makeLink()}>
            {t('team.link')}
          </Button>
        )}
        <Button buttonStyle="subtle" size="small" margin={false} onClick={() => setIsOpen(false)}>
          {t('team.cancel')}
        </Button>
      </div>
      {link && (
        <>
          <p className="gongbu-panel__hint">{t('team.linkHint')}</p>
          <TapLink link={link} label={t('team.open')} />
        </>
      )}
    </div>
  )
}
