import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import type { CourseBot } from './courseBot.ts'

export type CourseBots = {
  /** The open bot at once where it is known; the promise of it where its token has to be opened first. */
  get: (record: RunnerBot) => CourseBot | Promise<CourseBot>
}

/**
 * Open bots, the most recently used ones. The registry gives a new record when a bot has changed, so a bot
 * made from another record than asked for is out of date.
 */
export const createCourseBots = (options: {
  open: (record: RunnerBot) => Promise<CourseBot>
  max: number
}): CourseBots => {
  const opened = new Map<string, CourseBot>()
  const opening = new Map<RunnerBot, Promise<CourseBot>>()

  const open = async (record: RunnerBot): Promise<CourseBot> => {
    try {
      const course = await options.open(record)
      opened.set(record.id, course)
      if (opened.size > options.max) opened.delete(opened.keys().next().value!)
      return course
    } finally {
      opening.delete(record)
    }
  }

  return {
    get: (record) => {
      const course = opened.get(record.id)
      if (course?.record === record) {
        // Re-inserting keeps the map in order of use; below half of the limit nothing is thrown out anyway.
        if (opened.size * 2 > options.max) {
          opened.delete(record.id)
          opened.set(record.id, course)
        }
        return course
      }
      const pending = opening.get(record) ?? open(record)
      opening.set(record, pending)
      return pending
    },
  }
}
