'use client'

import { toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

import type { TeamMember } from '../../operations/team/describeTeam.ts'
import { ConfirmedButton } from '../ConfirmedButton/ConfirmedButton.tsx'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Panel } from '../Panel/Panel.tsx'
import { AddMember } from './AddMember.tsx'
import { OpenInvites } from './OpenInvites.tsx'
import { useTeam } from './useTeam.ts'
import './teamPanel.css'

/** In the course's sidebar: who writes and reviews it, and how to add somebody. */
export const TeamPanel = () => {
  const { id } = useDocumentInfo()
  const { t, locale } = useMessages()
  const { config } = useConfig()
  const { team, error, setTeam, load } = useTeam(id, locale)
  const [isRemoving, setIsRemoving] = useState(false)
  if (id === undefined) return null
  if (team === undefined)
    return error === '' ? (
      <div className="gongbu-panel gongbu-panel--loading" aria-busy="true" />
    ) : (
      <p className="gongbu-panel__error" role="alert">
        {error}
      </p>
    )

  const remove = async (member: TeamMember) => {
    setIsRemoving(true)
    try {
      await requestApi('DELETE', `courses/${id}/team/members/${member.id}`, { locale })
      // The page is no longer theirs to see.
      if (member.isSelf && !team.isOwner)
        return window.location.assign(`${config.routes.admin}/collections/courses`)
      await load()
    } catch (refusal) {
      toast.error(refusal instanceof Error ? refusal.message : String(refusal))
    } finally {
      setIsRemoving(false)
    }
  }
  return (
    <Panel
      title={t('team.title')}
      badge={{ text: t('team.count', { count: team.members.length }), tone: 'idle' }}
    >
      <ul className="gongbu-team" aria-live="polite">
        {team.members.map((member) => {
          const { name, role, isSelf } = member
          const mayGo = role !== 'creator' && (team.isOwner || isSelf)
          const details = [t(`team.role.${role}`), ...(member.hasTelegram ? [] : [t('team.noTelegram')])]
          return (
            <li key={member.id}>
              <span className="gongbu-team__who">
                <strong>{isSelf ? t('team.self', { name }) : name}</strong>
                <span className="gongbu-panel__hint">{details.join(', ')}</span>
              </span>
              {mayGo && (
                <ConfirmedButton
                  label={t(isSelf ? 'team.leave' : 'team.removeShort')}
                  question={isSelf ? t('team.confirmLeave') : t('team.confirmRemove', { name })}
                  isDisabled={isRemoving}
                  size="small"
                  onConfirm={() => remove(member)}
                />
              )}
            </li>
          )
        })}
      </ul>
      {team.isOwner && <OpenInvites courseId={id} team={team} onChange={setTeam} />}
      {team.isOwner && <AddMember courseId={id} team={team} onChange={setTeam} />}
    </Panel>
  )
}
