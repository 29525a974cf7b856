import { isAdmin } from './isAdmin.ts'
import { isOwn } from './isOwn.ts'
import { or } from './or.ts'

export const isAdminOrSelf = or(isAdmin, isOwn('id'))
