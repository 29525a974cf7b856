import type { Store } from '../state/store.ts'

/** The ids of all files that a message shows, whatever the kind of message. */
export function referencedFiles(store: Store): Set<string> {
  const found = new Set<string>()
  for (const chat of store.chats.values())
    for (const message of chat.messages.values()) collect(message, found)
  return found
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'file_unique_id' && typeof inner === 'string') found.add(inner)
    else collect(inner, found)
  }
}
