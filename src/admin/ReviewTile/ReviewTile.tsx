'use client'

import { Button, useConfig } from '@payloadcms/ui'

import { useMessages } from '../lib/useMessages.ts'
import { useWaitingReviews } from '../lib/useWaitingReviews.ts'
import { Panel } from '../Panel/Panel.tsx'

/** On the first page of the admin, where mentors find little else: what waits for a review, and the way there. */
export const ReviewTile = () => {
  const { t } = useMessages()
  const { config } = useConfig()
  const waiting = useWaitingReviews()
  if (waiting === null) return null
  return (
    <div data-review-tile={waiting}>
      <Panel
        title={t('reviews.title')}
        badge={{ text: String(waiting), tone: waiting === 0 ? 'idle' : 'waiting' }}
      >
        <p>{t('reviews.tile', { waiting })}</p>
        <div className="gongbu-panel__actions">
          <Button el="link" to={`${config.routes.admin}/reviews`} buttonStyle="secondary" margin={false}>
            {t('reviews.tileOpen')}
          </Button>
        </div>
      </Panel>
    </div>
  )
}
