'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { CourseBotState } from '../../operations/bots/describeCourseBot.ts'
import { ConfirmedButton } from '../ConfirmedButton/ConfirmedButton.tsx'
import { useMessages } from '../lib/useMessages.ts'
import type { BotAct } from './BotPanel.tsx'
import { TransferForm } from './TransferForm.tsx'

type Props = { courseId: number | string; bot: CourseBotState; act: BotAct; onReplace: () => void }

/** What can be done with a bot that the course has. */
export const BotActions = ({ courseId, bot, act, onReplace }: Props) => {
  const { t } = useMessages()
  const [isTransferring, setIsTransferring] = useState(false)
  const button = (label: string, onClick: () => void) => (
    <Button buttonStyle="secondary" size="small" margin={false} onClick={onClick}>
      {label}
    </Button>
  )
  if (isTransferring) return <TransferForm courseId={courseId} onEnd={() => setIsTransferring(false)} />
  return (
    <details className="gongbu-bot__more" open={bot.state === 'needsRelink'}>
      <summary>{t('botPanel.manage')}</summary>
      <div className="gongbu-panel__actions">
        {bot.state !== 'unproven' &&
          button(
            t(bot.isPaused ? 'botPanel.resume' : 'botPanel.pause'),
            () => void act('PATCH', '', { isPaused: !bot.isPaused }),
          )}
        {button(t('botPanel.relink'), () => void act('POST', '/relink'))}
        {bot.isManaged ? (
          <ConfirmedButton
            label={t('botPanel.rotate')}
            question={t('botPanel.confirmRotate')}
            isDisabled={false}
            size="small"
            onConfirm={() => act('POST', '/rotate')}
          />
        ) : (
          button(t('botPanel.replace'), onReplace)
        )}
        {button(t('botPanel.transfer'), () => setIsTransferring(true))}
        <ConfirmedButton
          label={t('botPanel.remove')}
          question={t('botPanel.confirmRemove')}
          isDisabled={false}
          size="small"
          onConfirm={() => act('DELETE', '')}
        />
      </div>
    </details>
  )
}
