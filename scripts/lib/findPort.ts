import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below the range from which systems take the ports of outgoing connections, so that none gets in the way. */
const RANGE = { from: 20_000, to: 30_000 }

/** Can somebody listen there? `::` stands for every address of the machine. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    // A machine without IPv6 answers EAFNOSUPPORT for `::`: that says nothing about the port.
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL'),
    )
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** A port on 127.0.0.1 for a service of ours: the preferred one if it is free. */
export async function findPort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred, '127.0.0.1'))) return preferred
  for (;;) {
    const port = randomInt(RANGE.from, RANGE.to)
    if (await isPortFree(port, '127.0.0.1')) return port
  }
}
