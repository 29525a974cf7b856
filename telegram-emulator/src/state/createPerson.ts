import type { Person } from './types.ts'
import type { Store } from './store.ts'

export interface NewPerson {
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}

export function createPerson(store: Store, input: NewPerson): Person {
  const person: Person = { id: store.nextUserId++, is_bot: false, ...input }
  store.addPerson(person)
  return person
}
