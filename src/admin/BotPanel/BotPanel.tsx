'use client'

import { toast, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

import type { CourseBotState } from '../../operations/bots/describeCourseBot.ts'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Panel, type Tone } from '../Panel/Panel.tsx'
import { BotActions } from './BotActions.tsx'
import { BotProblem } from './BotProblem.tsx'
import { BotProfile } from './BotProfile.tsx'
import { BotTest } from './BotTest.tsx'
import { BotStepper } from './BotStepper.tsx'
import { GetBot } from './GetBot.tsx'
import { OwnershipProof } from './OwnershipProof.tsx'
import { useCourseBot } from './useCourseBot.ts'
import './botPanel.css'

const tones: Record<CourseBotState['state'], Tone> = {
  none: 'idle',
  waitingForToken: 'waiting',
  settingUp: 'waiting',
  unproven: 'waiting',
  ready: 'idle',
  live: 'good',
  paused: 'idle',
  needsRelink: 'bad',
  removing: 'waiting',
}
const withoutBot = ['none', 'waitingForToken', 'needsRelink']

export type BotAct = (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<void>

/** In the course's sidebar: how far the bot is, what is to be done next, and what learners see of it. */
export const BotPanel = () => {
  const { id } = useDocumentInfo()
  const { t, locale } = useMessages()
  const { bot, isStale, setBot } = useCourseBot(id, locale)
  const [isReplacing, setIsReplacing] = useState(false)
  if (id === undefined) return null
  if (bot === undefined) return <div className="gongbu-panel gongbu-panel--loading" aria-busy="true" />

  const act: BotAct = (method, path, body) =>
    requestApi<CourseBotState>(method, `courses/${id}/bot${path}`, { locale, body }).then(
      setBot,
      (error: Error) => void toast.error(error.message),
    )
  const isWithout = withoutBot.includes(bot.state)
  return (
    <Panel
      title={t('botPanel.title')}
      badge={{
        text: t(bot.state === 'none' ? 'botPanel.badge.none' : `label.botState.${bot.state}`),
        tone: tones[bot.state],
      }}
    >
      <BotStepper bot={bot} />
      <p data-bot-state={bot.state} aria-live="polite">
        {t(
          bot.isManaged && bot.state === 'needsRelink' ? 'botPanel.managedRefused' : `botPanel.${bot.state}`,
        )}
      </p>
      {isStale && <p className="gongbu-panel__hint">{t('botPanel.unreachable')}</p>}
      <BotProblem bot={bot} />
      {bot.link && bot.username && bot.state !== 'unproven' && (
        <p>
          <a href={bot.link} target="_blank" rel="noreferrer">
            {t('botPanel.open', { username: `@${bot.username}` })}
          </a>
        </p>
      )}
      {bot.isOwner && bot.state === 'unproven' && <OwnershipProof courseId={id} />}
      {bot.isOwner && (isWithout || isReplacing) && (
        <GetBot
          courseId={id}
          bot={bot}
          act={act}
          onAttached={(attached) => {
            setBot(attached)
            setIsReplacing(false)
          }}
          onCancel={isReplacing ? () => setIsReplacing(false) : undefined}
        />
      )}
      {bot.isOwner && !isReplacing && bot.username && bot.state !== 'removing' && (
        <BotActions courseId={id} bot={bot} act={act} onReplace={() => setIsReplacing(true)} />
      )}
      {bot.isOwner && bot.state !== 'removing' && <BotTest courseId={id} bot={bot} />}
      <BotProfile bot={bot} />
    </Panel>
  )
}
