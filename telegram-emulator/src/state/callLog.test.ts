import { expect, it } from 'vitest'

import { CallLog } from './callLog.ts'

const call = (bot: string) => ({ bot, method: 'getMe', parameters: {}, answer: null, time: '' })

it('should keep the last calls only and list them after an id', () => {
  const log = new CallLog(3)
  for (let i = 0; i < 5; i++) log.add(call('a_bot'))
  expect(log.list(0).map(({ id }) => id)).toEqual([3, 4, 5])
  expect(log.list(4).map(({ id }) => id)).toEqual([5])
  expect(log.list(5)).toEqual([])
})

it('should filter by bot whatever the case of its name', () => {
  const log = new CallLog(10)
  log.add(call('a_bot'))
  log.add(call('b_bot'))
  expect(log.list(0, 'B_Bot').map(({ id }) => id)).toEqual([2])
})

it('should go on with the numbers of an earlier run', () => {
  const log = new CallLog(3)
  log.continueFrom(100)
  log.add(call('a_bot'))
  expect(log.list(0).map(({ id }) => id)).toEqual([100])
})
