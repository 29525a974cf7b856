'use client'

import { Button } from '@payloadcms/ui'

import type { CourseBotState } from '../../operations/bots/describeCourseBot.ts'
import { useMessages } from '../lib/useMessages.ts'
import { LinkTelegram } from '../TelegramAccount/LinkTelegram.tsx'
import { TapLink } from '../TapLink/TapLink.tsx'
import type { BotAct } from './BotPanel.tsx'

/** A bot is asked for: its creator has to tap once. Telegram tells only who tapped, so it has to be known who that is. */
export const RequestedBot = (props: { bot: CourseBotState; act: BotAct; onPaste: () => void }) => {
  const { bot, act, onPaste } = props
  const { request, isLinked } = bot
  const { t, locale } = useMessages()
  if (request === null) return null
  const until = new Date(request.expiresAt).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' })
  return (
    <>
      {request.hasStranger && <p className="gongbu-panel__problems">{t('botPanel.stranger')}</p>}
      {!isLinked && (
        <>
          <p>{t('botPanel.linkFirst')}</p>
          <LinkTelegram />
        </>
      )}
      {isLinked && request.link && (
        <>
          <p>{t('botPanel.tap', { username: `@${request.suggestedUsername}` })}</p>
          <TapLink link={request.link} label={t('botPanel.tapButton')} />
        </>
      )}
      <p className="gongbu-panel__hint">{t('botPanel.until', { time: until })}</p>
      <div className="gongbu-panel__actions">
        <Button
          buttonStyle="subtle"
          size="small"
          margin={false}
          onClick={() => void act('DELETE', '/request')}
        >
          {t('botPanel.cancelRequest')}
        </Button>
        <Button buttonStyle="subtle" size="small" margin={false} onClick={onPaste}>
          {t('botPanel.paste')}
        </Button>
      </div>
    </>
  )
}
