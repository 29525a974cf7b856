import type { Block } from '../content/block.ts'
import type { Keyboard } from './outgoingMessage.ts'
import type { RichText } from './text/richText.ts'

/** A step before it is known in which style it is shown. */
export type StepView = {
  /** Null where it has been said before. */
  head: RichText | null
  blocks: readonly Block[]
  /** What is said below the content; the last of it stands above the keyboard. */
  foot: readonly RichText[]
  keyboard: Keyboard
}
