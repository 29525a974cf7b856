import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../../emulator.ts'
import { signedContact } from '../../../miniApp/signedContact.ts'
import { botUser } from '../../../state/botUser.ts'
import type { ChatMessage } from '../../../state/types.ts'
import { LIMITS } from '../../bot/validate/limits.ts'
import { ControlError } from '../controlError.ts'
import { findOpenChat, findParties, type Parties } from '../findParties.ts'
import { parseBody } from '../parseBody.ts'
import { postFromPerson } from '../postFromPerson.ts'
import { keyboardButtons } from './keyboardButton.ts'
import { ownContact } from './ownContact.ts'

const dataBody = z.object({ button_text: z.string(), data: z.string().min(1) })
const preparedBody = z.object({ id: z.string().min(1) })

/** What a person's Mini App sends into a chat. */
export function fromMiniAppRoutes(emulator: Emulator): Router {
  const router = Router()
  const chat = '/chats/:bot/:person'

  router.post(`${chat}/web-app-data`, (request, response) => {
    const parties = findParties(emulator, request.params)
    response.json(sendData(emulator, parties, parseBody(dataBody, request.body)))
  })

  router.post(`${chat}/share-phone`, (request, response) => {
    const parties = findParties(emulator, request.params)
    const contact = ownContact(parties.person)
    const message = postFromPerson(emulator, parties, { contact })
    const now = emulator.clock.unixTime()
    response.json({ contact: signedContact(contact, parties.bot.token, now), message })
  })

  router.post(`${chat}/prepared-message`, (request, response) => {
    const parties = findParties(emulator, request.params)
    response.json(sendPrepared(emulator, parties, parseBody(preparedBody, request.body).id))
  })

  return router
}

/** Only an app that a button of the keyboard opened can send data: others tell their bot by themselves. */
function sendData(
  emulator: Emulator,
  parties: Parties,
  { button_text, data }: z.output<typeof dataBody>,
): ChatMessage {
  const size = Buffer.byteLength(data)
  if (size > LIMITS.webAppDataBytes)
    throw new ControlError(400, `data: at most ${LIMITS.webAppDataBytes} bytes, not ${size}`)
  const buttons = keyboardButtons(findOpenChat(emulator, parties)).filter((button) => 'web_app' in button)
  if (!buttons.some(({ text }) => text === button_text))
    throw new ControlError(404, `button_text: no button "${button_text}" of the keyboard opens a Mini App`)
  return postFromPerson(emulator, parties, { web_app_data: { data, button_text } })
}

function sendPrepared(emulator: Emulator, parties: Parties, id: string): ChatMessage {
  const { store, clock } = emulator
  const prepared = store.preparedMessages.get(id, clock.now())
  const through = prepared && store.botById(prepared.botId)
  if (!through || prepared.personId !== parties.person.id)
    throw new ControlError(404, `id: nothing is prepared for person ${parties.person.id} as ${id}`)
  if (!prepared.mayGoToBots) throw new ControlError(409, 'id: the message may not go into chats with bots')
  return postFromPerson(emulator, parties, { ...prepared.content, via_bot: botUser(through) })
}
