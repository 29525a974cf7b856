import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { PlannedQuiz, PlannedStep } from '../../import/plan/types.ts'
import { toLexical } from '../../lesson/content/toLexical.ts'
import type { Step } from '../../payload-types.ts'
import { hashContent } from '../../releases/hashContent.ts'
import type { StoredMedia } from './importMedia.ts'
import { placeSteps } from './placeSteps.ts'
import { withMedia } from './withMedia.ts'
import { withoutRefused } from './withoutRefused.ts'

export type StepCounts = { created: number; updated: number; unchanged: number; trashed: string[] }

/** Of what is the same an id is the same, so that a learner's answers to a question outlive the next import. */
const idFor = (...parts: (string | number)[]): string => hashContent(parts).slice(0, 24)

const quizData = (
  { questions, ...quiz }: PlannedQuiz,
  key: string,
  stored: ReadonlyMap<string, StoredMedia>,
) => ({
  ...quiz,
  questions: questions.map(({ kind, media, options, ...question }, index) => {
    const isFirst = questions.findIndex(({ text }) => text === question.text) === index
    const id = idFor(key, question.text, isFirst ? 0 : index)
    return {
      ...question,
      id,
      blockType: kind,
      media: media === null ? null : (stored.get(media)?.id ?? null),
      options: options.map((option, place) => ({ ...option, id: idFor(id, option.text, place) })),
    }
  }),
})

const dataOf = ({ quiz, ...step }: PlannedStep, stored: ReadonlyMap<string, StoredMedia>) => {
  const blocks = withoutRefused(step.blocks, stored)
  return {
    title: step.title,
    section: step.section,
    isRequired: step.isRequired,
    estimatedDuration: step.estimatedDuration,
    content: blocks.length > 0 ? toLexical(blocks.map((block) => withMedia(block, stored))) : null,
    ...(quiz === null
      ? { stepType: 'text' as const }
      : {
          stepType: 'quiz' as const,
          quiz: quizData(quiz, step.key, stored),
        }),
  }
}

/**
 * Makes, changes and trashes the steps of a course so that they are those of the plan. Steps are known by their
 * place in the source; one whose source has not changed is left as it is, with what its author edited since, and
 * one that its author has put into the trash stays there.
 */
export const writeSteps = async (options: {
  req: PayloadRequest
  courseId: string
  steps: readonly PlannedStep[]
  stored: ReadonlyMap<string, StoredMedia>
  signal?: AbortSignal
  onProgress?: (done: number, total: number) => void
}): Promise<{ counts: StepCounts; files: Map<string, string> }> => {
  const { req, courseId, steps, stored, signal, onProgress } = options
  const rights = { overrideAccess: false, user: req.user, req } as const
  const found = await req.payload.find({
    collection: slugs.steps,
    where: { course: { equals: courseId } },
    select: { importKey: true, importHash: true, deletedAt: true },
    trash: true,
    pagination: false,
    limit: 0,
    ...rights,
  })
  const known = new Map(
    (found.docs as Step[]).flatMap((step) => (step.importKey ? [[step.importKey, step]] : [])),
  )
  const counts: StepCounts = { created: 0, updated: 0, unchanged: 0, trashed: [] }
  /** Ids in the order of the plan, each with the file that it comes from. */
  const files = new Map<string, string>()

  for (const [index, step] of steps.entries()) {
    signal?.throwIfAborted()
    const data = dataOf(step, stored)
    const importHash = hashContent(data)
    const old = known.get(step.key)
    known.delete(step.key)
    const isTrashed = Boolean(old?.deletedAt)
    // An import that has put a step there has taken its hash away.
    if (old && isTrashed && old.importHash) counts.unchanged++
    else if (old === undefined) {
      const { id } = await req.payload.create({
        collection: slugs.steps,
        data: { ...data, course: courseId, importKey: step.key, importHash } as never,
        depth: 0,
        ...rights,
      })
      files.set(String(id), step.file)
      counts.created++
    } else {
      files.set(old.id, step.file)
      if (old.importHash === importHash) counts.unchanged++
      else {
        await req.payload.update({
          collection: slugs.steps,
          id: old.id,
          data: { ...data, importHash, ...(isTrashed && { deletedAt: null }) } as never,
          trash: true,
          depth: 0,
          ...rights,
        })
        counts.updated++
      }
    }
    onProgress?.(index + 1, steps.length)
  }

  // Learners' progress and old releases name them: they go to the trash, from where they come back.
  for (const [key, { id, deletedAt }] of known) {
    if (deletedAt) continue
    await req.payload.update({
      collection: slugs.steps,
      id,
      data: { deletedAt: new Date().toISOString(), importHash: null },
      depth: 0,
      ...rights,
    })
    counts.trashed.push(key)
  }
  await placeSteps({ req, courseId, imported: [...files.keys()] })
  return { counts, files }
}
