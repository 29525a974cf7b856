import { makeSteps, type TaughtCourse } from '../stack/teachCourse.ts'
import type { SimulatedStack } from '../stack/startStack.ts'
import type { Time } from '../world/createTime.ts'

/** Authors, who change their courses in the middle and publish them again. */
export const createCreators = (
  { creator }: Pick<SimulatedStack, 'creator'>,
  courses: readonly TaughtCourse[],
  time: Pick<Time, 'now'>,
) => ({
  /** What is planned for this day. */
  edit: async (day: number): Promise<void> => {
    for (const course of courses)
      for (const { changes, added } of course.plan.edits.filter((edit) => edit.day === day)) {
        const { id, ids } = course
        for (const { key, fields } of changes) await creator.patch(`/steps/${ids.get(key)}`, fields)
        await makeSteps({ creator }, { courseId: id, steps: added, ids })
        const { release } = await creator.post<{ release: { id: string } }>(`/courses/${id}/publish`)
        course.publications.push({ at: time.now(), releaseId: release.id })
      }
  },
})
