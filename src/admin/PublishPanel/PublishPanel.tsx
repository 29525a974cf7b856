'use client'

import { Button, toast, useDocumentInfo, useFormModified, useRouteCache } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import { ConfirmedButton } from '../ConfirmedButton/ConfirmedButton.tsx'
import { courseChanged } from '../lib/courseChanged.ts'
import { focusField } from '../lib/focusField.ts'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Panel } from '../Panel/Panel.tsx'
import { ChangesList } from './ChangesList.tsx'
import { ProblemsList } from './ProblemsList.tsx'
import { PublishStatus } from './PublishStatus.tsx'
import { badgeOf } from './badgeOf.ts'
import { usePublishing } from './usePublishing.ts'

type Action = 'publish' | 'unpublish' | 'archive' | 'restore'

/** In the course's sidebar: what learners see, what they do not see yet, and the button between the two. */
export const PublishPanel = () => {
  const { id } = useDocumentInfo()
  const { t, locale } = useMessages()
  const { clearRouteCache } = useRouteCache()
  const isModified = useFormModified()
  const { state, load } = usePublishing(id, locale)
  const [isBusy, setIsBusy] = useState(false)
  const isLoaded = state !== undefined

  useEffect(() => {
    const field = /^#field-(.+)$/.exec(window.location.hash)?.[1]
    if (isLoaded && field) focusField(field)
  }, [isLoaded])

  const act = useCallback(
    async (action: Action) => {
      setIsBusy(true)
      try {
        const path = `courses/${id}/${action}`
        const answer = await requestApi<{ release?: { number: number } } | undefined>('POST', path, {
          locale,
        })
        if (answer?.release) toast.success(t('publish.done', { number: answer.release.number }))
        courseChanged.announce()
        clearRouteCache()
      } catch (error) {
        toast.error(error instanceof Error ? error.message : String(error))
      } finally {
        await load()
        setIsBusy(false)
      }
    },
    [id, locale, t, clearRouteCache, load],
  )

  if (id === undefined)
    return (
      <Panel title={t('publish.title')} badge={{ text: t('publish.badge.draft'), tone: 'idle' }}>
        <p className="gongbu-panel__hint">{t('publish.saveFirst')}</p>
      </Panel>
    )
  if (state === undefined) return <div className="gongbu-panel gongbu-panel--loading" aria-busy="true" />

  const badge = badgeOf(state)
  const hasNews = !state.isPublished || state.changes !== null
  const canPublish = !state.isArchived && hasNews
  return (
    <Panel title={t('publish.title')} badge={{ text: t(badge.key), tone: badge.tone }}>
      <div aria-live="polite">
        <PublishStatus state={state} />
      </div>
      {state.isPublished && !state.changes && <p className="gongbu-panel__hint">{t('publish.noChanges')}</p>}
      {state.isPublished && state.changes && <ChangesList changes={state.changes} />}
      {canPublish && <ProblemsList problems={state.problems} />}
      {canPublish && isModified && <p className="gongbu-panel__hint">{t('publish.unsaved')}</p>}
      <div className="gongbu-panel__actions">
        {canPublish && (
          <Button
            size="medium"
            margin={false}
            disabled={isBusy || isModified || state.problems.length > 0}
            onClick={() => void act('publish')}
          >
            {t(state.isPublished ? 'publish.buttonAgain' : 'publish.button')}
          </Button>
        )}
        {state.isOwner && state.isPublished && (
          <ConfirmedButton
            label={t('publish.unpublish')}
            question={t('publish.confirmUnpublish')}
            isDisabled={isBusy}
            onConfirm={() => act('unpublish')}
          />
        )}
        {state.isOwner && !state.isArchived && state.release && (
          <ConfirmedButton
            label={t('publish.archive')}
            question={t('publish.confirmArchive')}
            isDisabled={isBusy}
            onConfirm={() => act('archive')}
          />
        )}
        {state.isOwner && state.isArchived && (
          <Button
            buttonStyle="secondary"
            size="medium"
            margin={false}
            disabled={isBusy}
            onClick={() => void act('restore')}
          >
            {t('publish.restore')}
          </Button>
        )}
      </div>
    </Panel>
  )
}
