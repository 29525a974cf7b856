import type { Chat } from '@grammyjs/types'

import type { Person } from './types.ts'

/** The Chat object of a private chat: it carries the person's names and id. */
export function privateChat(person: Person): Chat.PrivateChat {
  return {
    id: person.id,
    first_name: person.first_name,
    ...(person.last_name && { last_name: person.last_name }),
    ...(person.username && { username: person.username }),
    type: 'private',
  }
}
