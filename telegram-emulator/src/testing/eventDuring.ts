import { readEvents } from '../client/readEvents.ts'
import type { EmulatorEvent } from '../client.ts'

/** The first event of a type that comes while something is done. */
export async function eventDuring<Type extends EmulatorEvent['type']>(
  url: string,
  type: Type,
  act: () => Promise<unknown>,
): Promise<EmulatorEvent & { type: Type }> {
  type Wanted = EmulatorEvent & { type: Type }
  const found = await readEvents<EmulatorEvent, Wanted>(`${url}/emulator/events`, 5000, {
    onOpen: async () => {
      await act()
      return undefined
    },
    onEvent: (event) => (event.type === type ? (event as Wanted) : undefined),
  })
  if (!found) throw new Error(`No event ${type} came`)
  return found
}
