import type { Store } from '../state/store.ts'

/** The ids of all files that a message shows, whatever the kind of message, and of those that bots have as photos. */
export function referencedFiles(store: Store): Set<string> {
  const found = new Set<string>()
  for (const chat of store.chats.values())
    for (const message of chat.messages.values()) collect(message, found)
  for (const { profilePhoto: photo } of store.bots)
    for (const id of [...(photo?.sizes ?? []), photo?.animation ?? '']) found.add(id)
  return found
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'file_unique_id' && typeof inner === 'string') found.add(inner)
    else collect(inner, found)
  }
}
