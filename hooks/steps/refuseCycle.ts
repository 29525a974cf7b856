import type { CollectionBeforeChangeHook } from 'payload'

import { readRule } from '../../src/lesson/engine/rules/readRule.ts'
import { requireNoCycle } from '../../src/operations/courses/requireNoCycle.ts'
import { idOf } from '../../src/operations/idOf.ts'
import type { Step } from '../../src/payload-types.ts'

/** What the order of opening depends on. A dragged step is looked at by the publish gate. */
const openingOf = ({ isRequired, unlockConditions, deletedAt }: Partial<Step>): string =>
  JSON.stringify([isRequired ?? true, unlockConditions ?? null, deletedAt ?? null])

/** Steps that wait for each other in a circle are refused when the circle is closed. */
export const refuseCycle: CollectionBeforeChangeHook<Step> = async ({ data, originalDoc, req }) => {
  const step: Partial<Step> = { ...originalDoc, ...data }
  const isChanged =
    originalDoc === undefined ? Boolean(step.unlockConditions) : openingOf(step) !== openingOf(originalDoc)
  if (!isChanged || step.deletedAt) return data
  await requireNoCycle({
    req,
    courseId: idOf(step.course) ?? '',
    step: {
      id: originalDoc?.id ?? 'new',
      title: step.title ?? '',
      isRequired: step.isRequired ?? true,
      unlock: readRule(step.unlockConditions),
    },
  })
  return data
}
