import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { PlannedStep } from '../../import/plan/types.ts'
import { toLexical } from '../../lesson/content/toLexical.ts'
import type { Step } from '../../payload-types.ts'
import { hashContent } from '../../releases/hashContent.ts'
import type { StoredMedia } from './importMedia.ts'
import { placeSteps } from './placeSteps.ts'
import { withMedia } from './withMedia.ts'

export type StepCounts = { created: number; updated: number; unchanged: number; trashed: string[] }

const dataOf = ({ quiz, ...step }: PlannedStep, stored: ReadonlyMap<string, StoredMedia>) => ({
  title: step.title,
  section: step.section,
  isRequired: step.isRequired,
  estimatedDuration: step.estimatedDuration,
  content: step.blocks.length > 0 ? toLexical(step.blocks.map((block) => withMedia(block, stored))) : null,
  ...(quiz === null
    ? { stepType: 'text' as const }
    : {
        stepType: 'quiz' as const,
        quiz: {
          passingPercentage: quiz.passingPercentage,
          isShuffled: quiz.isShuffled,
          questions: quiz.questions.map(({ kind, media, ...question }) => ({
            ...question,
            blockType: kind,
            media: media === null ? null : stored.get(media)!.id,
          })),
        },
      }),
})

/**
 * Makes, changes and trashes the steps of a course so that they are those of the plan. Steps are known by their
 * place in the source; one whose source has not changed is left as it is, with what its author edited since.
 */
export const writeSteps = async (options: {
  req: PayloadRequest
  courseId: string
  steps: readonly PlannedStep[]
  stored: ReadonlyMap<string, StoredMedia>
  onProgress?: (done: number, total: number) => void
}): Promise<StepCounts> => {
  const { req, courseId, steps, stored, onProgress } = options
  const rights = { overrideAccess: false, user: req.user, req } as const
  const found = await req.payload.find({
    collection: slugs.steps,
    where: { course: { equals: courseId } },
    select: { importKey: true, importHash: true },
    pagination: false,
    limit: 0,
    ...rights,
  })
  const known = new Map(
    (found.docs as Step[]).flatMap((step) => (step.importKey ? [[step.importKey, step]] : [])),
  )
  const counts: StepCounts = { created: 0, updated: 0, unchanged: 0, trashed: [] }
  const imported: string[] = []

  for (const [index, step] of steps.entries()) {
    const data = dataOf(step, stored)
    const importHash = hashContent(data)
    const old = known.get(step.key)
    known.delete(step.key)
    if (old === undefined) {
      const { id } = await req.payload.create({
        collection: slugs.steps,
        data: { ...data, course: courseId, importKey: step.key, importHash } as never,
        depth: 0,
        ...rights,
      })
      imported.push(String(id))
      counts.created++
    } else {
      imported.push(old.id)
      if (old.importHash === importHash) counts.unchanged++
      else {
        await req.payload.update({
          collection: slugs.steps,
          id: old.id,
          data: { ...data, importHash } as never,
          depth: 0,
          ...rights,
        })
        counts.updated++
      }
    }
    onProgress?.(index + 1, steps.length)
  }

  // Learners' progress and old releases name them: they go to the trash, from where they come back.
  for (const [key, { id }] of known) {
    await req.payload.update({
      collection: slugs.steps,
      id,
      data: { deletedAt: new Date().toISOString() },
      depth: 0,
      ...rights,
    })
    counts.trashed.push(key)
  }
  await placeSteps({ req, courseId, imported })
  return counts
}
