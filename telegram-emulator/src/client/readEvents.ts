interface Readers<Event, Found> {
  /** Runs when the stream is open; a value ends the reading. */
  onOpen: () => Promise<Found | undefined>
  onEvent: (event: Event) => Found | undefined
}

/** Reads Server-Sent Events until a reader finds something; undefined when the time is over. */
export async function readEvents<Event, Found>(
  url: string,
  timeoutMs: number,
  readers: Readers<Event, Found>,
): Promise<Found | undefined> {
  const end = new AbortController()
  const timer = setTimeout(() => end.abort(), timeoutMs)
  try {
    const response = await fetch(url, { signal: end.signal })
    if (!response.ok || !response.body)
      throw new Error(`GET ${new URL(url).pathname} answered ${response.status}`)
    const present = await readers.onOpen()
    if (present !== undefined) return present
    let rest = ''
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        if (!block.startsWith('data: ')) continue
        const found = readers.onEvent(JSON.parse(block.slice('data: '.length)) as Event)
        if (found !== undefined) return found
      }
    }
    return undefined
  } catch (error) {
    if (end.signal.aborted) return undefined
    throw error
  } finally {
    clearTimeout(timer)
    end.abort()
  }
}
