import type { FieldAccess } from 'payload'

import { isAdmin } from './isAdmin.ts'

export const isAdminField: FieldAccess = ({ req }) => isAdmin({ req })
