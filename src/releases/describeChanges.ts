import { hashContent } from './hashContent.ts'
import type { ReleaseContent } from './buildReleaseContent.ts'
import type { Offer } from './offerOf.ts'
import { pictureOf } from './pictureOf.ts'

/** What the working copy has that learners do not see yet. */
export type Changes = {
  /** Names of course fields: title, description …; `profile` stands for all that the bot says of itself. */
  fields: ((typeof courseFields)[number] | keyof Offer | 'profile' | 'texts' | 'reminders' | 'drip')[]
  added: string[]
  removed: string[]
  changed: string[]
  /** Titles of steps that stand in another order. */
  isReordered: boolean
}

const courseFields = [
  'title',
  'description',
  'language',
  'timeZone',
  'estimatedDuration',
  'isProtected',
] as const

/** What the bot says of itself, and the very picture that it shows. */
const profileHash = (content: ReleaseContent) =>
  hashContent([content.profile?.texts ?? {}, pictureOf(content) ?? null])

/** A step with the files that it names: a file that was replaced changes the lesson. */
const withMedia = (step: ReleaseContent['steps'][number], { media = {} }: Partial<ReleaseContent>) => {
  const written = JSON.stringify(step)
  // By their ids: in which order the database gives them says nothing.
  return { step, media: Object.fromEntries(Object.entries(media).filter(([id]) => written.includes(id))) }
}

/** @param offer what of it has changed, where that is known */
export const describeChanges = (
  released: ReleaseContent,
  working: ReleaseContent,
  offer: (keyof Offer)[] = [],
): Changes => {
  const hashes = (content: ReleaseContent) =>
    new Map(content.steps.map((step) => [step.id, hashContent(withMedia(step, content))]))
  const before = hashes(released)
  const after = hashes(working)
  const kept = released.steps.filter(({ id }) => after.has(id)).map(({ id }) => id)
  const keptNow = working.steps.filter(({ id }) => before.has(id)).map(({ id }) => id)
  return {
    // Releases of long ago say nothing of protection, nor of files.
    fields: [
      ...courseFields.filter((field) => (released[field] ?? false) !== (working[field] ?? false)),
      ...(profileHash(released) === profileHash(working) ? [] : (['profile'] as const)),
      ...offer,
      ...(hashContent(released.texts ?? {}) === hashContent(working.texts ?? {}) ? [] : (['texts'] as const)),
      ...(hashContent(released.reminders ?? {}) === hashContent(working.reminders ?? {})
        ? []
        : (['reminders'] as const)),
      ...(hashContent(released.drip ?? null) === hashContent(working.drip ?? null)
        ? []
        : (['drip'] as const)),
    ],
    added: working.steps.filter(({ id }) => !before.has(id)).map(({ title }) => title),
    removed: released.steps.filter(({ id }) => !after.has(id)).map(({ title }) => title),
    changed: working.steps
      .filter(({ id }) => before.has(id) && before.get(id) !== after.get(id))
      .map(({ title }) => title),
    isReordered: kept.join() !== keptNow.join(),
  }
}
