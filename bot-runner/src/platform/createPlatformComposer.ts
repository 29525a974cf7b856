import { Composer } from 'grammy'

import type { RunnerContext } from '../bot/runnerContext.ts'
import { createCoursesFeature } from './features/createCoursesFeature.ts'
import { createManagedBotFeature } from './features/createManagedBotFeature.ts'
import { createReviewAnswers } from './features/createReviewAnswers.ts'
import { createReviewFeature } from './features/createReviewFeature.ts'
import { createTeamFeature } from './features/createTeamFeature.ts'
import { createStartFeature } from './features/createStartFeature.ts'
import { createCourseTestFeature } from './features/createCourseTestFeature.ts'
import type { PlatformServices } from './platformServices.ts'

/** The order in which the platform bot's features see an update. It speaks in private chats only. */
export const createPlatformComposer = (services: PlatformServices): Composer<RunnerContext> => {
  const composer = new Composer<RunnerContext>()
  composer.use(createManagedBotFeature(services))
  const inPrivate = composer.filter((ctx) => ctx.chat?.type === 'private')
  inPrivate.use(createTeamFeature(services))
  inPrivate.use(createCourseTestFeature(services))
  inPrivate.use(createStartFeature(services))
  inPrivate.use(createCoursesFeature(services))
  inPrivate.use(createReviewFeature(services))
  inPrivate.use(createReviewAnswers(services))
  return composer
}
