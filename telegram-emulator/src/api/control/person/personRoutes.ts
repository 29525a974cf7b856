import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../../emulator.ts'
import { seenMessage } from '../../../polls/seenMessage.ts'
import { deleteForPerson } from '../../../state/deleteMessages.ts'
import { findOpenChat, findParties } from '../findParties.ts'
import { parseBody } from '../parseBody.ts'
import { sendText } from '../sendText.ts'
import { setBlocked } from '../setBlocked.ts'
import { deleteChat } from './deleteChat.ts'
import { editFromPerson } from './editFromPerson.ts'
import { pressButton } from './pressButton.ts'
import { reactFromPerson, reactionBody } from './reactFromPerson.ts'
import { sendBody, sendFromPerson } from './sendFromPerson.ts'
import { sentFile } from './sentFile.ts'
import { voteBody, voteInPoll } from './voteInPoll.ts'

const messageId = z.number().int().positive()
const startBody = z.object({
  payload: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'expected 1–64 letters, digits, _ and -')
    .optional(),
})
const pressBody = z.object({ text: z.string().min(1) })
const editBody = z.object({ message_id: messageId, text: z.string().trim().min(1).max(4096) })
const deleteBody = z.object({ message_ids: z.array(messageId).min(1) })
const deleteChatBody = z.object({ block: z.boolean().optional() })

/** What a person does in a chat, beside tapping inline buttons. */
export function personRoutes(emulator: Emulator): Router {
  const router = Router()
  const chat = '/chats/:bot/:person'

  router.post(`${chat}/send`, async (request, response) => {
    const parties = findParties(emulator, request.params)
    const body = parseBody(sendBody, request.body)
    const message = sendFromPerson(emulator, parties, body, await sentFile(emulator, parties, body))
    response.json(seenMessage(emulator.store, parties.person.id, message))
  })

  router.post(`${chat}/start`, (request, response) => {
    const parties = findParties(emulator, request.params)
    const { payload } = parseBody(startBody, request.body)
    response.json(sendText(emulator, parties, payload ? `/start ${payload}` : '/start'))
  })

  router.post(`${chat}/press`, (request, response) => {
    const parties = findParties(emulator, request.params)
    const message = pressButton(emulator, parties, parseBody(pressBody, request.body).text)
    response.json(seenMessage(emulator.store, parties.person.id, message))
  })

  router.post(`${chat}/edit`, (request, response) => {
    const parties = findParties(emulator, request.params)
    const message = editFromPerson(emulator, parties, parseBody(editBody, request.body))
    response.json(seenMessage(emulator.store, parties.person.id, message))
  })

  router.post(`${chat}/delete`, (request, response) => {
    const open = findOpenChat(emulator, findParties(emulator, request.params))
    deleteForPerson(emulator, open, parseBody(deleteBody, request.body).message_ids)
    response.json({ ok: true })
  })

  router.post(`${chat}/delete-chat`, (request, response) => {
    const parties = findParties(emulator, request.params)
    const { block = false } = parseBody(deleteChatBody, request.body)
    deleteChat(emulator, findOpenChat(emulator, parties))
    if (block) setBlocked(emulator, parties, true)
    response.json({ ok: true })
  })

  router.post(`${chat}/react`, (request, response) => {
    const parties = findParties(emulator, request.params)
    reactFromPerson(emulator, parties, parseBody(reactionBody, request.body))
    response.json({ ok: true })
  })

  router.post(`${chat}/vote`, (request, response) => {
    const parties = findParties(emulator, request.params)
    response.json(voteInPoll(emulator, parties, parseBody(voteBody, request.body)))
  })

  return router
}
