import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import type { Deed } from './deed.ts'
import type { Person } from './makePeople.ts'
import type { Memory } from './memory.ts'
import { tapNewest } from './tapNewest.ts'

/** Most who are through with a course give it stars, and some a word. Null: nothing (more) to say. */
export const rate = (messages: readonly ChatMessage[], { draw }: Person, memory: Memory): Deed | null => {
  const about = draw.about('rating')
  if (!about.isSo(0.8, 'rates') || memory.rating > 2) return null
  const stars = 1 + about.whole(5, 'stars')
  const asking = tapNewest(messages, (tap) => tap.action === 'rate' && tap.option === 0)
  const deeds: (() => Deed | null)[] = [
    () => asking,
    () => tapNewest(messages, (tap) => tap.action === 'rate' && tap.option === stars),
    () => (about.isSo(0.5, 'words') ? { type: 'send', message: 'Thank you!' } : null),
  ]
  const deed = deeds[memory.rating]?.() ?? null
  if (deed !== null || memory.rating === 2) memory.rating += 1
  return deed
}
