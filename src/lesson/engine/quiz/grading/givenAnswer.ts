import type { SentFile } from '../../../../contracts/lessonEvent.ts'

/**
 * What a learner answered. `options`: the ids of those that were chosen, of items in their order, or of what belongs
 * to each left one in turn.
 */
export type GivenAnswer =
  { kind: 'options'; ids: string[] } | { kind: 'text'; text: string } | { kind: 'file'; file: SentFile }
