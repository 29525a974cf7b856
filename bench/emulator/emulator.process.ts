import { startEmulator } from '../../telegram-emulator/src/startEmulator.ts'

/** The emulator as its command starts it, in memory alone, which besides tells how much memory it takes. */
const emulator = await startEmulator({ port: 0 })
const megabytes = (bytes: number) => bytes / 2 ** 20
process.on('message', ({ type }: { type: string }) => {
  const { rss } = process.memoryUsage()
  // What nothing refers to any more lies about until V8 finds it worth collecting: it says nothing of growth.
  globalThis.gc?.()
  process.send?.({ type, resident: megabytes(rss), live: megabytes(process.memoryUsage().heapUsed) })
})
process.on('SIGTERM', () => void emulator.close().then(() => process.exit()))
process.on('disconnect', () => process.exit())
process.send?.({ type: 'ready', port: emulator.port })
