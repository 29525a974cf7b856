'use client'

import type { ImportLine } from '../../endpoints/courses/importCourse.ts'
import type { PresentedFailure } from '../../operations/import/presentFailure.ts'

type LastLine = Exclude<ImportLine, { type: 'progress' }>

export type ImportStage =
  { phase: 'wait' } | { phase: 'upload' | 'read' | 'media' | 'steps'; done: number; total: number }

/** An answer that is no stream: refused before the import began. */
const failureFrom = (text: string, fallback: string): PresentedFailure => {
  type Problem = { place?: string; path?: string; message: string }
  type Said = { error?: { code: string; message: string; details?: { problems?: Problem[] } } }
  let said: Said['error']
  try {
    said = (JSON.parse(text) as Said).error
  } catch {
    // A proxy's page, say.
  }
  const problems = (said?.details?.problems ?? []).map(({ place, path, message }) => ({
    place: place ?? path ?? '',
    message,
  }))
  return {
    code: said?.code ?? 'internal',
    status: 0,
    message: said?.message ?? fallback,
    problems,
    hint: null,
  }
}

/**
 * Uploads a form to be imported, and tells how far it is. Not `fetch`: it does not say how much has been sent.
 * @returns the report or failure; null when the connection broke off, or was given up by `signal`
 */
export const sendImport = (
  form: FormData,
  options: { locale: string; signal: AbortSignal; onStage: (stage: ImportStage) => void },
): Promise<LastLine | null> =>
  new Promise((resolve) => {
    const { locale, signal, onStage } = options
    const request = new XMLHttpRequest()
    let taken = 0
    let last: LastLine | null = null

    const takeLines = () => {
      const { responseText: text } = request
      if (request.status !== 200) return
      const end = text.lastIndexOf('\n') + 1
      for (const line of text.slice(taken, end).split('\n').filter(Boolean)) {
        const said = JSON.parse(line) as ImportLine
        if (said.type === 'progress') onStage(said)
        else last = said
      }
      taken = Math.max(taken, end)
    }
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onStage({ phase: 'upload', done: loaded, total })
    }
    request.upload.onload = () => onStage({ phase: 'wait' })
    request.onprogress = takeLines
    request.onload = () => {
      takeLines()
      if (request.status === 200) return resolve(last)
      resolve({ type: 'failure', failure: failureFrom(request.responseText, request.statusText) })
    }
    request.onerror = () => resolve(null)
    request.onabort = () => resolve(null)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open('POST', '/api/courses/import')
    request.setRequestHeader('accept', 'application/x-ndjson')
    request.setRequestHeader('accept-language', locale)
    request.send(form)
  })
