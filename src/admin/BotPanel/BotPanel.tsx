'use client'

import { Button, toast, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

import type { CourseBotState } from '../../operations/bots/describeCourseBot.ts'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Panel, type Tone } from '../Panel/Panel.tsx'
import { TokenForm } from './TokenForm.tsx'
import { useCourseBot } from './useCourseBot.ts'

const needsToken = ['none', 'waitingForToken', 'needsRelink']
const tones: Record<CourseBotState['state'], Tone> = {
  none: 'idle',
  waitingForToken: 'waiting',
  settingUp: 'waiting',
  ready: 'idle',
  live: 'good',
  paused: 'idle',
  needsRelink: 'bad',
}

/** In the course's sidebar: the bot's state as it changes, its link, and the field for a token. */
export const BotPanel = () => {
  const { id } = useDocumentInfo()
  const { t, locale } = useMessages()
  const { bot, isStale, setBot } = useCourseBot(id, locale)
  const [isReplacing, setIsReplacing] = useState(false)
  if (id === undefined) return null
  if (bot === undefined) return <div className="gongbu-panel gongbu-panel--loading" aria-busy="true" />

  const setPaused = (isPaused: boolean) =>
    requestApi<CourseBotState>('PATCH', `courses/${id}/bot`, { locale, body: { isPaused } }).then(
      setBot,
      (error: Error) => toast.error(error.message),
    )
  const { problem } = bot
  const nextTry = problem?.nextTryAt
    ? new Date(problem.nextTryAt).toLocaleTimeString(locale, { timeStyle: 'medium' })
    : null
  return (
    <Panel
      title={t('botPanel.title')}
      badge={{
        text: t(bot.state === 'none' ? 'botPanel.badge.none' : `label.botState.${bot.state}`),
        tone: tones[bot.state],
      }}
    >
      <p data-bot-state={bot.state} aria-live="polite">
        {t(`botPanel.${bot.state}`)}
      </p>
      {isStale && <p className="gongbu-panel__hint">{t('botPanel.unreachable')}</p>}
      {problem && (
        <div className="gongbu-panel__error" role="alert">
          <p>{problem.message}</p>
          {nextTry && <p>{t('botPanel.nextTry', { time: nextTry })}</p>}
        </div>
      )}
      {bot.link && bot.username && (
        <p>
          <a href={bot.link} target="_blank" rel="noreferrer">
            {t('botPanel.open', { username: `@${bot.username}` })}
          </a>
        </p>
      )}
      {needsToken.includes(bot.state) || isReplacing ? (
        <TokenForm
          courseId={id}
          onDone={(attached) => {
            setBot(attached)
            setIsReplacing(false)
          }}
          onCancel={isReplacing ? () => setIsReplacing(false) : undefined}
        />
      ) : (
        <div className="gongbu-panel__actions">
          <Button
            buttonStyle="secondary"
            size="small"
            margin={false}
            onClick={() => void setPaused(!bot.isPaused)}
          >
            {t(bot.isPaused ? 'botPanel.resume' : 'botPanel.pause')}
          </Button>
          <Button buttonStyle="subtle" size="small" margin={false} onClick={() => setIsReplacing(true)}>
            {t('botPanel.replace')}
          </Button>
        </div>
      )}
    </Panel>
  )
}
