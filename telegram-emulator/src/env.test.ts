import { expect, it } from 'vitest'

import { readEnv } from './env.ts'

it('should use the defaults when nothing or only empty values are set', () => {
  expect(readEnv({ EMULATOR_HOST: '' })).toEqual({
    EMULATOR_PORT: 8081,
    EMULATOR_HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
  })
})

it('should name every bad variable at once with what is expected', () => {
  expect(() => readEnv({ EMULATOR_PORT: '99999', LOG_LEVEL: 'loud' })).toThrow(
    /EMULATOR_PORT: expected a port number[^]*LOG_LEVEL: expected one of fatal/,
  )
})
