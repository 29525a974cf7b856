'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { PresentedFailure } from '../../operations/import/presentFailure.ts'
import type { PresentedReport } from '../../operations/import/presentReport.ts'
import { sendImport, type ImportStage } from './sendImport.ts'

export type ImportState =
  | { step: 'form' }
  | { step: 'running'; stage: ImportStage }
  | { step: 'done'; report: PresentedReport }
  /** `cut`: nobody knows how it ended. */
  | { step: 'failed'; failure: PresentedFailure | 'cut' | 'cancelled' }

/** An import from the choice of a file to its report. It is given up when the page is left. */
export const useImport = (locale: string, onDone: () => void) => {
  const [state, setState] = useState<ImportState>({ step: 'form' })
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = useCallback(
    async (form: FormData) => {
      const abort = new AbortController()
      running.current = abort
      const onStage = (stage: ImportStage) => setState({ step: 'running', stage })
      onStage({ phase: 'upload', done: 0, total: 1 })
      const last = await sendImport(form, { locale, signal: abort.signal, onStage })
      if (last === null) {
        setState({ step: 'failed', failure: abort.signal.aborted ? 'cancelled' : 'cut' })
      } else if (last.type === 'failure') setState({ step: 'failed', failure: last.failure })
      else {
        setState({ step: 'done', report: last.report })
        onDone()
      }
    },
    [locale, onDone],
  )
  const cancel = useCallback(() => running.current?.abort(), [])
  const reset = useCallback(() => setState({ step: 'form' }), [])
  return { state, start, cancel, reset }
}
