import type { Course } from '../../payload-types.ts'
import { idOf } from '../idOf.ts'

/** The course's team when that person is no part of it. */
export const withoutMember = (
  { coAuthors, mentors }: Pick<Course, 'coAuthors' | 'mentors'>,
  userId: string,
): { coAuthors: string[]; mentors: string[] } => {
  const others = (members: Course['mentors']) =>
    (members ?? []).map(idOf).filter((id): id is string => id !== null && id !== userId)
  return { coAuthors: others(coAuthors), mentors: others(mentors) }
}
