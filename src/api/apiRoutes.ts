import type { ApiRoute } from './apiRoute.ts'
import { profileRoutes } from './routes/profileRoutes.ts'
import { sessionRoutes } from './routes/sessionRoutes.ts'

/** All routes of the platform API. */
export const apiRoutes: ApiRoute[] = [...sessionRoutes, ...profileRoutes]
