import type { ReleaseContent } from './buildReleaseContent.ts'
import { hashContent } from './hashContent.ts'

/** Tells whether two releases open their steps by the same rules and schedule; null: in their order alone. */
export const scheduleHash = ({ drip, timeZone, steps }: ReleaseContent): string | null => {
  const isInOrder = drip === undefined && steps.every((step) => !step.drip && !step.unlock)
  if (isInOrder) return null
  const parts = steps.map(({ id, section, unlock, ...step }) => [
    id,
    section,
    unlock ?? null,
    step.drip ?? null,
  ])
  return hashContent([drip ?? null, timeZone ?? null, parts])
}
