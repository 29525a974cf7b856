import type { Mark } from './block.ts'

/** Lexical keeps a text's formats as bits; a spoiler is a state of the text beside them. */
export const markBits = [
  ['bold', 1],
  ['italic', 2],
  ['strikethrough', 4],
  ['underline', 8],
  ['code', 16],
  ['subscript', 32],
  ['superscript', 64],
] as const satisfies readonly (readonly [Mark, number])[]
