'use client'

import { useState } from 'react'

import type { BulkRow } from '../../operations/assignments/decideMany.ts'
import type { QueueRow } from '../../operations/assignments/listQueue.ts'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import type { BulkReport } from './BulkBar.tsx'

/** The works that are selected, and what becomes of them. */
export const useBulk = (rows: QueueRow[], onDone: (report: BulkReport) => Promise<unknown>) => {
  const { t, locale } = useMessages()
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const [comment, setComment] = useState('')
  const [isFullScore, setIsFullScore] = useState(false)
  const [error, setError] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [report, setReport] = useState<BulkReport | null>(null)
  const open = rows.filter(({ status }) => status === 'pending')
  // What has gone from the page meanwhile is not decided unseen.
  const selected = open.filter(({ id }) => checked.has(id))

  const toggle = (id: string) =>
    setChecked((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const toggleAll = () =>
    setChecked(selected.length === open.length ? new Set() : new Set(open.map(({ id }) => id)))
  const clear = () => {
    setChecked(new Set())
    setError('')
  }
  const decide = async (verdict: 'approved' | 'rejected') => {
    if (isBusy || selected.length === 0) return
    if (verdict === 'rejected' && comment.trim() === '') return setError(t('error.commentNeeded'))
    setIsBusy(true)
    try {
      const body = { ids: selected.map(({ id }) => id), verdict, comment, isFullScore }
      const answer = await requestApi<{ rows: BulkRow[] }>('POST', 'assignments/bulk', { locale, body })
      const done: BulkReport = {
        rows: answer.rows,
        names: new Map(selected.map(({ id, learnerName }) => [id, learnerName])),
      }
      setReport(done)
      clear()
      setComment('')
      await onDone(done)
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : String(refusal))
    } finally {
      setIsBusy(false)
    }
  }
  return {
    ...{ checked, count: selected.length, comment, isFullScore, error, isBusy, report },
    ...{ toggle, toggleAll, clear, decide, setComment, setIsFullScore },
    closeReport: () => setReport(null),
  }
}
