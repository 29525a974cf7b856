import type { BotApiMethod } from '../botApiCall.ts'
import { sendContent } from '../sendContent.ts'
import { readContact, readLocation, readVenue } from '../validate/readPlace.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

const sendLocation: BotApiMethod = (call) => {
  refuseUnemulated(call, ['live_period', 'heading', 'proximity_alert_radius'])
  return sendContent(call, () => readLocation(call.parameters))
}

const sendVenue: BotApiMethod = (call) => sendContent(call, () => readVenue(call.parameters))

const sendContact: BotApiMethod = (call) => sendContent(call, () => readContact(call.parameters))

export const sendPlaces = { sendLocation, sendVenue, sendContact }
