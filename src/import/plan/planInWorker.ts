import path from 'node:path'
import { Worker } from 'node:worker_threads'

import { SourceError } from '../source/sourceError.ts'
import { ImportProblems } from './importProblems.ts'
import type { PlanMessage, PlanRequest } from './planMessage.ts'
import type { ImportPlan } from './types.ts'

/** No page that people wrote takes longer to read, on a busy machine too. */
const secondsPerPage = 60
const maxMegabytes = 1024
/** All pages together: a thousand that are each just bearable would take hours. */
const maxSeconds = 10 * 60

/**
 * What importing a source would make, read in a thread of its own. A page that would take its reader minutes or
 * gigabytes is a fault of the source like any other.
 * @throws {SourceError} when the source cannot be opened; {ImportProblems} with every fault in it
 */
export const planInWorker = (
  request: PlanRequest,
  options: {
    onProgress?: (done: number, total: number) => void
    secondsPerPage?: number
    maxMegabytes?: number
    signal?: AbortSignal
  } = {},
): Promise<ImportPlan> =>
  new Promise((resolve, reject) => {
    const seconds = options.secondsPerPage ?? secondsPerPage
    const worker = new Worker(path.join(import.meta.dirname, 'plan.worker.ts'), {
      workerData: request,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: options.maxMegabytes ?? maxMegabytes },
    })
    let reading = ''
    const giveUp = () => {
      void worker.terminate()
      reject(new ImportProblems([{ code: 'tangled', file: reading || request.name, line: null, what: '' }]))
    }
    const end = Date.now() + maxSeconds * 1000
    let timer = setTimeout(giveUp, seconds * 1000)
    const abort = () => {
      void worker.terminate()
      reject(options.signal?.reason as Error)
    }
    if (options.signal?.aborted) abort()
    options.signal?.addEventListener('abort', abort, { once: true })

    worker.on('message', (message: PlanMessage) => {
      clearTimeout(timer)
      switch (message.type) {
        case 'progress':
          reading = message.file
          timer = setTimeout(giveUp, Math.min(seconds * 1000, Math.max(0, end - Date.now())))
          return options.onProgress?.(message.done, message.total)
        case 'plan':
          return resolve(message.plan)
        case 'problems':
          return reject(new ImportProblems(message.problems))
        case 'unreadable':
          return reject(new SourceError(message.code, message.what))
      }
    })
    worker.on('error', (error: Error & { code?: string }) => {
      clearTimeout(timer)
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') giveUp()
      else reject(error)
    })
    worker.on('exit', () => {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', abort)
      // Of what has been settled already this says nothing.
      reject(new Error('the reader of the source ended without an answer'))
    })
  })
