/**
 * An answer that grows: a line of JSON for each value, as it comes about.
 * @param work never fails: what goes wrong is a line too; its signal tells that nobody reads any more
 */
export const answerLines = <Line>(
  work: (say: (line: Line) => void, signal: AbortSignal) => Promise<void>,
): Response => {
  const gone = new AbortController()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const say = (line: Line) => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      void work(say, gone.signal).finally(() => {
        if (!gone.signal.aborted) controller.close()
      })
    },
    cancel: () => gone.abort(),
  })
  return new Response(body, {
    // A proxy that waits for the whole answer would show no progress.
    headers: {
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  })
}
