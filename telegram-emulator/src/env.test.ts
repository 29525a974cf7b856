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

it('should take the flags before the variables, and name the flag that is wrong', () => {
  const variables = { EMULATOR_PORT: '1', LOG_LEVEL: 'loud' }
  expect(readEnv(variables, { EMULATOR_PORT: '2', LOG_LEVEL: 'warn' })).toMatchObject({
    EMULATOR_PORT: 2,
    LOG_LEVEL: 'warn',
  })
  expect(() => readEnv(variables, { EMULATOR_PORT: 'x' })).toThrow(
    /EMULATOR_PORT \(--port\): expected a port[^]*LOG_LEVEL: expected/,
  )
})
