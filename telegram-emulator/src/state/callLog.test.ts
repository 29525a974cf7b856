import { expect, it } from 'vitest'

import { CallLog } from './callLog.ts'

const call = (bot: string, text = '') => ({
  bot,
  method: 'getMe',
  parameters: { text },
  answer: null,
  time: '',
})
const SIZE = { calls: 3, bytes: 100_000 }
const ids = (log: CallLog, after = 0) => log.list(after).map(({ id }) => id)

it('should keep the last calls only and list them after an id', () => {
  const log = new CallLog(SIZE)
  for (let i = 0; i < 5; i++) log.add(call('a_bot'))
  expect(ids(log)).toEqual([3, 4, 5])
  expect(ids(log, 4)).toEqual([5])
  expect(ids(log, 5)).toEqual([])
})

it('should keep no more than its bytes, and the last call whatever its size', () => {
  const log = new CallLog({ calls: 100, bytes: 100_000 })
  for (let i = 0; i < 10; i++) log.add(call('a_bot', 'x'.repeat(12_000)))
  expect(ids(log)).toEqual([7, 8, 9, 10])
  log.add(call('a_bot', 'x'.repeat(200_000)))
  expect(ids(log)).toEqual([11])
  for (let i = 0; i < 100; i++) log.add(call('a_bot'))
  expect(log.list(0).length).toBeGreaterThan(90)
})

it('should filter by bot whatever the case of its name', () => {
  const log = new CallLog(SIZE)
  log.add(call('a_bot'))
  log.add(call('b_bot'))
  expect(log.list(0, 'B_Bot').map(({ id }) => id)).toEqual([2])
})

it('should go on with the numbers of an earlier run, and after it was cleared', () => {
  const log = new CallLog(SIZE)
  log.continueFrom(100)
  log.add(call('a_bot'))
  expect(ids(log)).toEqual([100])
  log.clear()
  for (let i = 0; i < 5; i++) log.add(call('a_bot'))
  expect(ids(log)).toEqual([103, 104, 105])
})
