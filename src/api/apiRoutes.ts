import type { ApiRoute } from './apiRoute.ts'
import { catalogueRoutes } from './routes/catalogueRoutes.ts'
import { assignmentRoutes } from './routes/assignmentRoutes.ts'
import { learningRoutes } from './routes/learningRoutes.ts'
import { courseRoutes } from './routes/courseRoutes.ts'
import { mediaRoutes } from './routes/mediaRoutes.ts'
import { linkRoutes } from './routes/linkRoutes.ts'
import { profileRoutes } from './routes/profileRoutes.ts'
import { sessionRoutes } from './routes/sessionRoutes.ts'
import { stepRoutes } from './routes/stepRoutes.ts'

/** All routes of the platform API. */
export const apiRoutes: ApiRoute[] = [
  ...sessionRoutes,
  ...profileRoutes,
  ...linkRoutes,
  ...learningRoutes,
  ...catalogueRoutes,
  ...assignmentRoutes,
  ...courseRoutes,
  ...stepRoutes,
  ...mediaRoutes,
]
