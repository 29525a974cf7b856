import { Composer } from 'grammy'

import { createGroupFeature } from './features/group/createGroupFeature.ts'
import { lessonFeature } from './features/lesson/lessonFeature.ts'
import { membershipFeature } from './features/membership/membershipFeature.ts'
import { ownershipFeature } from './features/ownership/ownershipFeature.ts'
import { quizFeature } from './features/quiz/quizFeature.ts'
import { courseTestFeature } from './features/courseTest/courseTestFeature.ts'
import type { RunnerContext } from './runnerContext.ts'

/** The order in which features see an update. Shared by all bots; what none of them takes is left alone. */
export const createComposer = (): Composer<RunnerContext> => {
  const composer = new Composer<RunnerContext>()
  composer.filter((ctx) => ctx.chat !== undefined && ctx.chat.type !== 'private').use(createGroupFeature())
  const inPrivate = composer.filter((ctx) => ctx.chat?.type === 'private')
  inPrivate.use(ownershipFeature)
  inPrivate.use(courseTestFeature)
  inPrivate.use(lessonFeature)
  inPrivate.use(membershipFeature)
  // Has no chat: a vote is told wherever the poll was forwarded to.
  composer.use(quizFeature)
  return composer
}
