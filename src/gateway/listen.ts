import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens and tells the port (0 asks for any free one). @throws {Error} saying which port is taken */
export const listen = async (server: Server, port: number, host: string): Promise<number> => {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw isTaken ? new Error(`port ${port} is taken by another program`, { cause: error }) : error
  }
  return (server.address() as AddressInfo).port
}
