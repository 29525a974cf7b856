import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { findListeners, portHolder } from './portHolder.ts'

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100 0 0 10 0
   1: 0100007F:0BB8 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0 100 0 0 10 0
   2: 00000000:0BB9 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1 0 100 0 0 10 0`

describe('portHolder', () => {
  it('should find the sockets that listen on a port, and no connections', () => {
    expect(findListeners(table, 3000)).toEqual(['4711'])
    expect(findListeners(table, 3002)).toEqual([])
  })

  it.runIf(process.platform === 'linux')('should name the process that listens', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    try {
      expect(portHolder(port)).toContain(`pid ${process.pid}`)
    } finally {
      server.close()
    }
  })
})
