import type { EmulatorEvent } from '../../telegram-emulator/src/client.ts'

/** Reads what happens in the emulator, in its order. @returns how to stop */
export const followEvents = async (
  emulatorUrl: string,
  take: (event: EmulatorEvent) => void,
): Promise<{ stop: () => Promise<void> }> => {
  const abort = new AbortController()
  const response = await fetch(`${emulatorUrl}/emulator/events`, { signal: abort.signal })
  if (!response.ok || !response.body) throw new Error(`the emulator's events answered ${response.status}`)
  const body = response.body.pipeThrough(new TextDecoderStream())
  const read = async () => {
    let rest = ''
    for await (const chunk of body) {
      const blocks = (rest + chunk).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks)
        if (block.startsWith('data: ')) take(JSON.parse(block.slice('data: '.length)) as EmulatorEvent)
    }
  }
  const reading = read().catch((error: unknown) => {
    if (!abort.signal.aborted) throw error
  })
  return {
    stop: async () => {
      abort.abort()
      await reading
    },
  }
}
