import type { PayloadRequest } from 'payload'

import { findStepIds } from '../courses/findStepIds.ts'
import { setStepPlaces } from '../courses/setStepPlaces.ts'

/**
 * Puts imported steps into their order. A step that somebody added by hand stays behind the one that it followed.
 * The course is locked by then.
 */
export const placeSteps = async (options: {
  req: PayloadRequest
  courseId: string
  imported: readonly string[]
}): Promise<void> => {
  const { req, courseId, imported } = options
  const present = await findStepIds(req, courseId)
  const isImported = new Set(imported)
  const followers = new Map<string | null, string[]>()
  let last: string | null = null
  for (const id of present) {
    if (isImported.has(id)) last = id
    else followers.set(last, [...(followers.get(last) ?? []), id])
  }
  const wished = [
    ...(followers.get(null) ?? []),
    ...imported.flatMap((id) => [id, ...(followers.get(id) ?? [])]),
  ]
  if (wished.join() === present.join()) return
  await setStepPlaces(req, wished)
}
