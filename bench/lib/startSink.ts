import path from 'node:path'

import { startBenchProcess } from './benchProcess.ts'

type State = { counts: Record<string, number>; webhooks: { url: string; secret: string }[] }

/** The bare Bot API server, in a process of its own. */
export const startSink = async () => {
  const sink = await startBenchProcess(path.join(import.meta.dirname, 'sink.process.ts'))
  return {
    url: `http://127.0.0.1:${sink.port}`,
    pid: sink.pid,
    /** Calls so far by method, and the webhooks that were set. */
    state: () => sink.ask<State>('state'),
    stop: sink.stop,
  }
}

export type Sink = Awaited<ReturnType<typeof startSink>>
