import { dripReleases } from '../lesson/engine/drip/dripReleases.ts'
import type { ReleaseContent } from './buildReleaseContent.ts'
import type { GateProblem } from './gateProblem.ts'

/** What makes a schedule one that releases nothing: the course is all in one section, and that is there at once. */
export const dripProblems = (content: ReleaseContent): GateProblem[] => {
  if (content.drip?.per !== 'section' || !content.drip.isFirstAtOnce) return []
  const parts = dripReleases({ id: '', number: 0, ...content })
  return parts.length > 1 ? [] : [{ code: 'dripNoSections', field: 'drip', values: {} }]
}
