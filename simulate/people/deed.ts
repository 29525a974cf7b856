import type { NewMessage } from '../../telegram-emulator/src/client.ts'

/** What somebody does in their chat. `times` 2: a double tap, or the same on two devices. */
export type Deed =
  | { type: 'tap'; messageId: number; data: string; times: 1 | 2 }
  | { type: 'vote'; messageId: number; options: number[] }
  | { type: 'send'; message: string | NewMessage }
  | { type: 'block' | 'unblock' }
