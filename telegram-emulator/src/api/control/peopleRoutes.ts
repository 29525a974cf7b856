import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../emulator.ts'
import { createPerson } from '../../state/createPerson.ts'
import { ControlError } from './controlError.ts'
import { findPerson } from './findParties.ts'
import { parseBody } from './parseBody.ts'

const personBody = z.object({
  first_name: z.string().trim().min(1).max(64),
  last_name: z.string().trim().max(64).optional(),
  username: z
    .string()
    .regex(/^[A-Za-z]\w{3,31}$/, 'expected 4–32 letters, digits and underscores')
    .optional(),
  language_code: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected an IETF language tag such as en')
    .optional(),
})

export function peopleRoutes(emulator: Emulator): Router {
  const router = Router()

  router.get('/people', (_request, response) => {
    response.json([...emulator.store.people.values()])
  })

  router.post('/people', (request, response) => {
    const input = parseBody(personBody, request.body)
    requireFreeName(emulator, input.username)
    const person = createPerson(emulator.store, withoutUndefined(input))
    emulator.events.publish({ type: 'person', person: person.id })
    response.json(person)
  })

  // What is not named stays as it is. Messages that were sent keep the sender as they were.
  router.post('/people/:person', (request, response) => {
    const old = findPerson(emulator, Number(request.params.person))
    const changes = withoutUndefined(parseBody(personBody.partial(), request.body))
    if (changes.username !== old.username) requireFreeName(emulator, changes.username)
    const person = { ...old, ...changes }
    emulator.store.people.set(person.id, person)
    emulator.store.changed()
    emulator.events.publish({ type: 'person', person: person.id })
    response.json(person)
  })

  return router
}

function requireFreeName({ store }: Emulator, username: string | undefined): void {
  if (!username) return
  if (store.personByUsername(username) ?? store.botByUsername(username))
    throw new ControlError(409, `username: @${username} is taken`)
}

/** With exactOptionalPropertyTypes in mind: an absent name is absent, not undefined. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined && field !== ''),
  ) as never
}
