import { HttpError } from 'grammy'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'

import { describeError } from './describeError.ts'
import { createLogger } from './logger.ts'
import { testToken } from './testing/testBot.ts'

describe('logger', () => {
  it('should let no token through, wherever it stands', () => {
    let written = ''
    const sink = new Writable({ write: (chunk, _encoding, done) => ((written += String(chunk)), done()) })
    const token = testToken(7_000_001)
    const address = `https://api.telegram.org/bot${token}/sendMessage`
    const log = createLogger('info', sink)
    log.info({ address }, `asked ${address}`)
    log.error({ error: describeError(new Error(`fetch ${address} failed`)) }, 'failed')
    log.error({ error: describeError(new HttpError(address, new Error(address))) }, 'failed')
    expect(written).toContain('[token]')
    expect(written).not.toContain('AAttt')
  })
})
