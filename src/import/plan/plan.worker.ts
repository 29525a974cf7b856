import { parentPort, workerData } from 'node:worker_threads'

import { localeFrom } from '../../i18n/translate.ts'
import { openSource } from '../source/openSource.ts'
import { SourceError } from '../source/sourceError.ts'
import { divName } from './divName.ts'
import { ImportProblems } from './importProblems.ts'
import { planImport } from './planImport.ts'
import type { PlanMessage, PlanRequest } from './planMessage.ts'

const say = (message: PlanMessage) => parentPort?.postMessage(message)

/** Reading takes a processor for seconds: it must hold up nobody who learns meanwhile. */
const work = async ({ location, ...options }: PlanRequest) => {
  const source = await openSource(location, options.name)
  try {
    const plan = await planImport(source, {
      ...options,
      nameOfDiv: (kind, language) => divName(kind, localeFrom(language)),
      onProgress: (done, total, file) => say({ type: 'progress', done, total, file }),
    })
    say({ type: 'plan', plan })
  } finally {
    await source.close()
  }
}

await work(workerData as PlanRequest).catch((error: unknown) => {
  if (error instanceof ImportProblems) say({ type: 'problems', problems: error.problems })
  else if (error instanceof SourceError) say({ type: 'unreadable', code: error.code, what: error.what })
  else throw error
})
