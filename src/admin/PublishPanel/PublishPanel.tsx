'use client'

import { Button, toast, useDocumentInfo, useFormModified, useRouteCache } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { DescribedProblem } from '../../operations/courses/describeProblems.ts'
import type { PublishingState } from '../../operations/courses/describePublishing.ts'
import { courseChanged } from '../lib/courseChanged.ts'
import { ApiRefusal, requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import { ChangesList } from './ChangesList.tsx'
import { ProblemsList } from './ProblemsList.tsx'
import { PublishStatus } from './PublishStatus.tsx'
import './publishPanel.css'

type Action = 'publish' | 'unpublish' | 'archive' | 'restore'

/** In the course's sidebar: what learners see, what they do not see yet, and the button between the two. */
export const PublishPanel = () => {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { t, locale } = useMessages()
  const { clearRouteCache } = useRouteCache()
  const isModified = useFormModified()
  const [state, setState] = useState<PublishingState>()
  const [refused, setRefused] = useState<DescribedProblem[]>([])
  const [isBusy, setIsBusy] = useState(false)

  const load = useCallback(
    (signal?: AbortSignal) =>
      requestApi<PublishingState>('GET', `courses/${id}/publishing`, { locale, signal }).then(
        setState,
        (error: unknown) => {
          if (!(error instanceof DOMException))
            toast.error(error instanceof Error ? error.message : String(error))
        },
      ),
    [id, locale],
  )

  useEffect(() => {
    if (id === undefined) return
    const abort = new AbortController()
    void load(abort.signal)
    // Steps are edited and dragged without the course being saved.
    const reload = () => void load(abort.signal)
    window.addEventListener('focus', reload)
    const unsubscribe = courseChanged.subscribe(reload)
    return () => {
      abort.abort()
      window.removeEventListener('focus', reload)
      unsubscribe()
    }
  }, [id, lastUpdateTime, load])

  const act = async (action: Action) => {
    setIsBusy(true)
    setRefused([])
    try {
      const answer = await requestApi<{ release?: { number: number } } | undefined>(
        'POST',
        `courses/${id}/${action}`,
        { locale },
      )
      if (answer?.release) toast.success(t('publish.done', { number: answer.release.number }))
      courseChanged.announce()
      clearRouteCache()
    } catch (error) {
      const problems =
        error instanceof ApiRefusal
          ? (error.details as { problems?: DescribedProblem[] } | undefined)?.problems
          : undefined
      if (problems) setRefused(problems)
      else toast.error(error instanceof Error ? error.message : String(error))
    } finally {
      await load()
      setIsBusy(false)
    }
  }

  const confirmed = (action: Action, question: string) => {
    if (window.confirm(question)) void act(action)
  }

  if (id === undefined) return <p className="gongbu-panel gongbu-panel__hint">{t('publish.saveFirst')}</p>
  if (state === undefined) return <div className="gongbu-panel gongbu-panel--loading" aria-busy="true" />

  const problems = refused.length > 0 ? refused : state.isPublished ? [] : state.problems
  const canPublish = !state.isArchived && (!state.isPublished || state.changes !== null)
  return (
    <section className="gongbu-panel" aria-label={t('publish.title')}>
      <h4 className="gongbu-panel__title">{t('publish.title')}</h4>
      <PublishStatus state={state} />
      {state.isPublished && state.changes && <ChangesList changes={state.changes} />}
      {state.isPublished && !state.changes && <p className="gongbu-panel__hint">{t('publish.noChanges')}</p>}
      {!state.isArchived && <ProblemsList problems={problems} />}
      {isModified && canPublish && <p className="gongbu-panel__hint">{t('publish.unsaved')}</p>}
      <div className="gongbu-panel__actions">
        {canPublish && (
          <Button
            size="medium"
            margin={false}
            disabled={isBusy || isModified}
            onClick={() => void act('publish')}
          >
            {t(state.isPublished ? 'publish.buttonAgain' : 'publish.button')}
          </Button>
        )}
        {state.isPublished && (
          <Button
            buttonStyle="secondary"
            size="medium"
            margin={false}
            disabled={isBusy}
            onClick={() => confirmed('unpublish', t('publish.confirmUnpublish'))}
          >
            {t('publish.unpublish')}
          </Button>
        )}
        {state.isArchived ? (
          <Button
            buttonStyle="secondary"
            size="medium"
            margin={false}
            disabled={isBusy}
            onClick={() => void act('restore')}
          >
            {t('publish.restore')}
          </Button>
        ) : (
          state.release && (
            <Button
              buttonStyle="subtle"
              size="medium"
              margin={false}
              disabled={isBusy}
              onClick={() => confirmed('archive', t('publish.confirmArchive'))}
            >
              {t('publish.archive')}
            </Button>
          )
        )}
      </div>
    </section>
  )
}
