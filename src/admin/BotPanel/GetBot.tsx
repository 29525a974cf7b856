'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { CourseBotState } from '../../operations/bots/describeCourseBot.ts'
import { useMessages } from '../lib/useMessages.ts'
import type { BotAct } from './BotPanel.tsx'
import { RequestedBot } from './RequestedBot.tsx'
import { TokenForm } from './TokenForm.tsx'

type Props = {
  courseId: number | string
  bot: CourseBotState
  act: BotAct
  onAttached: (bot: CourseBotState) => void
  onCancel?: () => void
}

/** The two ways to a bot: one tap in Telegram, or a token of BotFather's. */
export const GetBot = ({ courseId, bot, act, onAttached, onCancel }: Props) => {
  const { t } = useMessages()
  const [hasToken, setHasToken] = useState(false)
  const isPasting = hasToken || !bot.canRequest || onCancel !== undefined
  if (bot.request && !bot.request.isExpired && !isPasting)
    return <RequestedBot bot={bot} act={act} onPaste={() => setHasToken(true)} />

  if (isPasting)
    return (
      <>
        {!bot.canRequest && <p className="gongbu-panel__hint">{t('botPanel.noPlatform')}</p>}
        <TokenForm
          courseId={courseId}
          onDone={onAttached}
          onCancel={onCancel ?? (bot.canRequest ? () => setHasToken(false) : undefined)}
        />
      </>
    )
  return (
    <>
      {bot.request?.isExpired && <p className="gongbu-panel__problems">{t('botPanel.requestExpired')}</p>}
      <div className="gongbu-panel__actions">
        <Button size="medium" margin={false} onClick={() => void act('POST', '/request')}>
          {t('botPanel.create')}
        </Button>
        <Button buttonStyle="subtle" size="medium" margin={false} onClick={() => setHasToken(true)}>
          {t('botPanel.paste')}
        </Button>
      </div>
    </>
  )
}
