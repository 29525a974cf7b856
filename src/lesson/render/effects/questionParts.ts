import type { Keyboard } from '../outgoingMessage.ts'
import type { RichText } from '../text/richText.ts'

/** What a kind of question adds to its words. */
export type QuestionParts = { lines: RichText[]; rows: Keyboard; hasSubmit: boolean }
