import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../src/access/isAdmin.ts'
import { isAdminOrSelf } from '../../src/access/isAdminOrSelf.ts'
import { mayEnterAdmin } from '../../src/access/mayEnterAdmin.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { accountEndpoints } from '../../src/endpoints/accounts/index.ts'
import { auditChange } from '../../hooks/users/auditChange.ts'
import { auditDeletion } from '../../hooks/users/auditDeletion.ts'
import { auditLogin } from '../../hooks/users/auditLogin.ts'
import { auditPassword } from '../../hooks/users/auditPassword.ts'
import { auditReset } from '../../hooks/users/auditReset.ts'
import { endSessions } from '../../hooks/users/endSessions.ts'
import { forgetLoginTries } from '../../hooks/users/forgetLoginTries.ts'
import { keepWhoIsNeeded } from '../../hooks/users/keepWhoIsNeeded.ts'
import { limitLogins } from '../../hooks/users/limitLogins.ts'
import { refuseAlike } from '../../hooks/users/refuseAlike.ts'
import { refuseInactive } from '../../hooks/users/refuseInactive.ts'
import { showCourses } from '../../hooks/users/showCourses.ts'
import { passwordMail } from '../../src/mail/passwordMail.ts'
import { readEnv } from '../../src/env.ts'
import { label } from '../../src/i18n/label.ts'
import { userFields } from './fields.ts'

export const Users: CollectionConfig = {
  slug: slugs.users,
  labels: { singular: label('label.user'), plural: label('label.users') },
  admin: {
    useAsTitle: 'displayName',
    defaultColumns: ['displayName', 'email', 'role', 'telegramId', 'isActive'],
    group: label('label.group.people'),
    hidden: ({ user }) => user?.role !== 'admin',
  },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    // Tries are counted by `limitLogins`: a lock by account alone lets anybody lock its owner out.
    maxLoginAttempts: 1_000_000,
    lockTime: 10 * 60 * 1000,
    cookies: { sameSite: 'Lax', secure: readEnv().PUBLIC_URL.startsWith('https:') },
    forgotPassword: {
      generateEmailHTML: (asked) => passwordMail(asked).html,
      generateEmailSubject: (asked) => passwordMail(asked).subject,
    },
  },
  access: {
    admin: mayEnterAdmin,
    create: isAdmin,
    read: isAdminOrSelf,
    update: isAdminOrSelf,
    delete: isAdmin,
    unlock: isAdmin,
  },
  endpoints: [
    // Accounts are made by `npm run seed`; whoever reaches an empty installation first must not own it.
    { path: '/first-register', method: 'post', handler: () => Response.json({}, { status: 404 }) },
    ...accountEndpoints,
  ],
  hooks: {
    beforeOperation: [limitLogins, refuseAlike],
    beforeValidate: [auditReset],
    beforeLogin: [refuseInactive],
    afterLogin: [forgetLoginTries, auditLogin],
    beforeChange: [endSessions, auditPassword],
    afterChange: [showCourses, auditChange],
    beforeDelete: [keepWhoIsNeeded],
    afterDelete: [auditDeletion],
  },
  lockDocuments: false,
  fields: userFields,
}
