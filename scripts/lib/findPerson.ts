import { callApi } from './callApi.ts'

/** The person of that name in the emulator, made now if there is none. */
export async function findPerson(emulatorUrl: string, name: string, language: string): Promise<number> {
  const people = await callApi<{ id: number; first_name: string }[]>(`${emulatorUrl}/emulator/people`)
  const known = people.find((person) => person.first_name === name)
  if (known) return known.id
  const made = await callApi<{ id: number }>(`${emulatorUrl}/emulator/people`, {
    method: 'POST',
    body: { first_name: name, language_code: language },
  })
  return made.id
}
