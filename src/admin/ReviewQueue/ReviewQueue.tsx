'use client'

import { Button } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { ReviewState } from '../../operations/assignments/describeSubmission.ts'
import { useMessages } from '../lib/useMessages.ts'
import { BulkBar } from './BulkBar.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { KeyHelp } from './KeyHelp.tsx'
import { QueueFilters } from './QueueFilters.tsx'
import { QueueList } from './QueueList.tsx'
import { QueuePages } from './QueuePages.tsx'
import { useBulk } from './useBulk.ts'
import { useDecision } from './useDecision.ts'
import { noFilters, useQueue } from './useQueue.ts'
import { useReview } from './useReview.ts'
import { useReviewKeys, type ReviewKey } from './useReviewKeys.ts'
import { WorkDetails } from './WorkDetails.tsx'
import './reviewQueue.css'

/** The works of learners that wait for a review, and everything that is done with them, by hand or by keys alone. */
export const ReviewQueue = () => {
  const { t, locale } = useMessages()
  const [filters, setFilters] = useState(noFilters)
  const [currentId, setCurrentId] = useState<string | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [said, setSaid] = useState('')
  const { queue, error, load } = useQueue(filters, locale)
  const rows = queue?.rows ?? []
  const firstFilter = useRef<HTMLSelectElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const comment = useRef<HTMLTextAreaElement>(null)
  const score = useRef<HTMLInputElement>(null)
  const bulkComment = useRef<HTMLTextAreaElement>(null)

  const focusWork = useCallback((id: string | null) => {
    list.current?.querySelector<HTMLElement>(`[data-work="${id}"] button`)?.focus()
  }, [])
  const onOpened = useCallback(
    ({ learnerName: name, stepTitle: step }: ReviewState) =>
      setSaid((before) => `${before} ${t('reviews.say.opened', { name, step })}`.trim()),
    [t],
  )
  const { review, refusal, toggleHold, read } = useReview(openId, { locale, onOpened })
  const shownId = review?.id
  useEffect(() => {
    if (shownId !== undefined) heading.current?.focus()
  }, [shownId])

  const open = (id: string) => {
    setSaid('')
    setCurrentId(id)
    setOpenId(id)
  }
  const close = () => {
    setOpenId(null)
    focusWork(currentId ?? rows[0]?.id ?? null)
  }
  const bulk = useBulk(rows, async ({ rows: decided }) => {
    const done = decided.filter(({ status }) => status === 'done').length
    setSaid(t('reviews.bulk.done', { done, count: decided.length }))
    setOpenId(null)
    await load()
  })
  const decision = useDecision(review, {
    onDone: async ({ id, learnerName: name }, verdict) => {
      const at = rows.findIndex((row) => row.id === id)
      const waiting = rows.filter((row) => row.status === 'pending' && row.id !== id)
      const next = rows.slice(at + 1).find((row) => row.status === 'pending') ?? waiting[0]
      setSaid(t(`reviews.say.${verdict}`, { name }) + (next ? '' : ` ${t('reviews.say.last')}`))
      setCurrentId(next?.id ?? null)
      setOpenId(next?.id ?? null)
      await load()
    },
    onRefused: () => {
      if (openId !== null) void read(openId).catch(() => undefined)
      void load()
    },
  })

  const decide = async (verdict: 'approved' | 'rejected') => {
    const missing = await decision.decide(verdict)
    if (missing === 'comment') {
      setSaid(t('reviews.say.writeComment'))
      comment.current?.focus()
    }
    if (missing === 'score') score.current?.focus()
  }
  const move = (by: 1 | -1) => {
    const at = rows.findIndex(({ id }) => id === currentId)
    const next = rows[at === -1 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)]
    if (next === undefined) return
    setCurrentId(next.id)
    focusWork(next.id)
  }
  const rejectByKey = () => {
    const target = bulk.count > 0 ? bulkComment : comment
    setSaid(t('reviews.say.writeComment'))
    target.current?.focus()
  }
  const onKey = (key: ReviewKey) => {
    const actions: Record<ReviewKey, () => unknown> = {
      j: () => move(1),
      k: () => move(-1),
      Enter: () => currentId !== null && open(currentId),
      Escape: () => {
        const { activeElement } = document
        const isWriting = activeElement === comment.current || activeElement === score.current
        if (isWriting && review !== undefined) heading.current?.focus()
        else close()
      },
      a: () => (bulk.count > 0 ? bulk.decide('approved') : decide('approved')),
      r: rejectByKey,
      c: () => toggleHold(),
      x: () => currentId !== null && bulk.toggle(currentId),
      X: bulk.toggleAll,
      '/': () => firstFilter.current?.focus(),
      '?': () => setIsHelpOpen(true),
    }
    void actions[key]()
  }
  useReviewKeys(onKey)

  const isFiltered = JSON.stringify({ ...filters, page: 1 }) !== JSON.stringify(noFilters)
  return (
    <div className="gongbu-reviews" data-open={openId !== null}>
      <header className="gongbu-reviews__header">
        <h1>{t('reviews.title')}</h1>
        <span className="gongbu-reviews__dim">
          {queue !== undefined && t('reviews.total', { count: queue.total })}
        </span>
        <Button buttonStyle="subtle" size="small" margin={false} onClick={() => setIsHelpOpen(true)}>
          {t('reviews.keys')}
        </Button>
      </header>
      <p className="gongbu-reviews__said" role="status" aria-live="polite">
        {said}
      </p>
      <QueueFilters
        filters={filters}
        courses={queue?.courses ?? []}
        firstRef={firstFilter}
        onChange={setFilters}
      />
      {error !== '' && (
        <div className="gongbu-panel__error" role="alert">
          <p>{t('reviews.loadFailed', { message: error })}</p>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void load()}>
            {t('reviews.retry')}
          </Button>
        </div>
      )}
      <BulkBar
        count={bulk.count}
        comment={bulk.comment}
        isFullScore={bulk.isFullScore}
        error={bulk.error}
        isBusy={bulk.isBusy}
        report={bulk.report}
        commentRef={bulkComment}
        onComment={bulk.setComment}
        onFullScore={bulk.setIsFullScore}
        onDecide={(verdict) => void bulk.decide(verdict)}
        onClear={bulk.clear}
        onCloseReport={bulk.closeReport}
      />
      <div className="gongbu-reviews__panes">
        <div className="gongbu-reviews__queue">
          {queue === undefined && error === '' && (
            <div className="gongbu-panel gongbu-panel--loading" aria-busy="true" />
          )}
          {queue !== undefined && rows.length === 0 && (
            <p data-reviews-empty>{t(isFiltered ? 'reviews.emptyFiltered' : 'reviews.empty')}</p>
          )}
          <QueueList
            rows={rows}
            currentId={currentId}
            openId={openId}
            checked={bulk.checked}
            listRef={list}
            onOpen={open}
            onCheck={bulk.toggle}
          />
          {queue !== undefined && (
            <QueuePages queue={queue} onPage={(page) => setFilters({ ...filters, page })} />
          )}
        </div>
        <div className="gongbu-reviews__work-pane">
          {openId === null && rows.length > 0 && <p className="gongbu-reviews__dim">{t('reviews.choose')}</p>}
          {openId !== null && (
            <Button buttonStyle="subtle" size="small" margin={false} onClick={close}>
              {t('reviews.back')}
            </Button>
          )}
          {refusal !== '' && (
            <p className="gongbu-panel__problems" role="alert">
              {refusal}
            </p>
          )}
          {openId !== null && review === undefined && refusal === '' && (
            <div className="gongbu-panel gongbu-panel--loading" aria-busy="true" />
          )}
          {review !== undefined && (
            <WorkDetails review={review} headingRef={heading}>
              {review.status === 'pending' && (
                <DecisionForm
                  review={review}
                  draft={decision.draft}
                  error={decision.error}
                  isBusy={decision.isBusy}
                  commentRef={comment}
                  scoreRef={score}
                  onDraft={decision.setDraft}
                  onSend={() =>
                    void decide(document.activeElement === score.current ? 'approved' : 'rejected')
                  }
                  onApprove={() => void decide('approved')}
                  onReject={() => void decide('rejected')}
                  onHold={() => void toggleHold()}
                />
              )}
            </WorkDetails>
          )}
        </div>
      </div>
      <KeyHelp isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
    </div>
  )
}
