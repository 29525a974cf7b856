import { freePort } from './freePort.ts'
import { productEnv } from './productEnv.ts'
import { startProcess } from './startProcess.ts'

/** The web process alone, on a free port and the test file's own database. */
export const startWeb = async (settings: Record<string, string> = {}) => {
  const port = await freePort()
  const webUrl = `http://localhost:${port}`
  const process = await startProcess('src/server.ts', {
    ...productEnv(),
    PORT: String(port),
    PUBLIC_URL: webUrl,
    ...settings,
  })
  return { ...process, port, webUrl }
}

export type Web = Awaited<ReturnType<typeof startWeb>>
