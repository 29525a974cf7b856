import type { BotApiMethod } from '../botApiCall.ts'
import { refuseUnknownOptions, sendContent } from '../sendContent.ts'
import { readPoll } from '../validate/readPoll.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

export const sendPoll: BotApiMethod = async (call) => {
  refuseUnknownOptions(call)
  refuseUnemulated(call, ['allow_adding_options'])
  const { record, ofMessage } = await readPoll(call)
  return sendContent(call, () => {
    call.emulator.store.polls.add(record)
    return { poll: { ...record.poll, ...ofMessage } }
  })
}
