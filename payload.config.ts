import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { s3Storage } from '@payloadcms/storage-s3'
import { en } from '@payloadcms/translations/languages/en'
import { ru } from '@payloadcms/translations/languages/ru'
import { buildConfig } from 'payload'
import sharp from 'sharp'

import { Assignments } from './collections/Assignments/index.ts'
import { AuditEvents } from './collections/AuditEvents/index.ts'
import { BotRequests } from './collections/BotRequests/index.ts'
import { Bots } from './collections/Bots/index.ts'
import { Courses } from './collections/Courses/index.ts'
import { DeadLetters } from './collections/DeadLetters/index.ts'
import { EmailClaims } from './collections/EmailClaims/index.ts'
import { Enrollments } from './collections/Enrollments/index.ts'
import { IdempotencyKeys } from './collections/IdempotencyKeys/index.ts'
import { LinkCodes } from './collections/LinkCodes/index.ts'
import { ManagedBots } from './collections/ManagedBots/index.ts'
import { Media } from './collections/Media/index.ts'
import { Notices } from './collections/Notices/index.ts'
import { Outbox } from './collections/Outbox/index.ts'
import { PlanCustomers } from './collections/PlanCustomers/index.ts'
import { Platform } from './collections/Platform/index.ts'
import { Progress } from './collections/Progress/index.ts'
import { Ratings } from './collections/Ratings/index.ts'
import { Releases } from './collections/Releases/index.ts'
import { ReviewCards } from './collections/ReviewCards/index.ts'
import { ReviewPrompts } from './collections/ReviewPrompts/index.ts'
import { Sessions } from './collections/Sessions/index.ts'
import { Steps } from './collections/Steps/index.ts'
import { SubmissionFiles } from './collections/SubmissionFiles/index.ts'
import { Testers } from './collections/Testers/index.ts'
import { TeamInvites } from './collections/TeamInvites/index.ts'
import { Timers } from './collections/Timers/index.ts'
import { Users } from './collections/Users/index.ts'
import { lessonEditor } from './collections/Steps/lessonEditor.ts'
import { closeDeadRoutes } from './src/endpoints/closeDeadRoutes.ts'
import { guardRoutes } from './src/endpoints/guardRoutes.ts'
import { runnerEndpoints } from './src/endpoints/runner/index.ts'
import { refuseUnknownOperators } from './src/database/refuseUnknownOperators.ts'
import { surviveDisconnects } from './src/database/surviveDisconnects.ts'
import { readEnv, trustedOrigins } from './src/env.ts'
import { waitToRefuse } from './hooks/users/refuseAlike.ts'
import { answerError } from './src/errors/answerError.ts'
import { slugs } from './src/contracts/slugs.ts'
import { adminTranslations } from './src/i18n/adminTranslations.ts'
import { storageOptions } from './src/operations/media/storageOptions.ts'
import { uploadOptions } from './src/operations/media/uploadOptions.ts'
import { answerForgotten } from './src/graphql/answerForgotten.ts'
import { closeDeadQueries } from './src/graphql/closeDeadQueries.ts'
import { graphqlLimits } from './src/graphql/limits.ts'
import { logger } from './src/logger.ts'
import { mailAdapter } from './src/mail/mailAdapter.ts'

const env = readEnv()
// Not `import.meta.dirname`: Next's bundle does not know it.
const root = path.dirname(fileURLToPath(import.meta.url))

const config = buildConfig({
  secret: env.PAYLOAD_SECRET,
  collections: [
    Courses,
    Steps,
    Media,
    Releases,
    Enrollments,
    Progress,
    Ratings,
    Assignments,
    SubmissionFiles,
    Users,
    Bots,
    BotRequests,
    ManagedBots,
    LinkCodes,
    Sessions,
    EmailClaims,
    IdempotencyKeys,
    PlanCustomers,
    Testers,
    TeamInvites,
    ReviewCards,
    ReviewPrompts,
    Timers,
    Notices,
    Outbox,
    DeadLetters,
    AuditEvents,
  ],
  globals: [Platform],
  endpoints: runnerEndpoints,
  editor: lessonEditor,
  db: postgresAdapter({
    pool: {
      connectionString: env.DATABASE_URL,
      max: env.DATABASE_POOL_SIZE,
      // Without limits one half-open connection could hold a batch, or the shutdown, for good.
      connectionTimeoutMillis: 5000,
      idle_in_transaction_session_timeout: 60_000,
      keepAlive: true,
    },
    idType: 'uuid',
    blocksAsJSON: true,
    push: false,
    migrationDir: path.join(root, 'src/migrations'),
  }),
  email: mailAdapter(env, logger),
  admin: {
    user: slugs.users,
    avatar: 'default',
    // Understood in both languages; the month's name follows the person's.
    dateFormat: 'd MMM yyyy, HH:mm',
    components: {
      afterLogin: ['/admin/TelegramLogin/TelegramLogin.tsx#TelegramLogin'],
      beforeNavLinks: ['/admin/ReviewNav/ReviewNav.tsx#ReviewNav'],
      views: {
        reviews: { Component: '/admin/ReviewQueue/ReviewView.tsx#ReviewView', path: '/reviews', exact: true },
      },
      beforeDashboard: [
        '/admin/TeamInvites/TeamInvites.tsx#TeamInvites',
        '/admin/ReviewTile/ReviewTile.tsx#ReviewTile',
      ],
      graphics: { Logo: '/admin/Logo/Logo.tsx#Logo', Icon: '/admin/Icon/Icon.tsx#Icon' },
    },
    importMap: {
      baseDir: path.join(root, 'src'),
      importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
    },
    meta: { titleSuffix: ' · Gongbu', icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/icon.svg' }] },
  },
  i18n: { supportedLanguages: { en, ru }, fallbackLanguage: 'en', translations: adminTranslations },
  hooks: { afterError: [waitToRefuse, answerError] },
  graphQL: {
    maxComplexity: 500,
    disablePlaygroundInProduction: true,
    validationRules: graphqlLimits,
    queries: closeDeadQueries,
    mutations: answerForgotten,
  },
  cors: trustedOrigins(env),
  csrf: trustedOrigins(env),
  defaultDepth: 0,
  maxDepth: 4,
  upload: uploadOptions(env),
  plugins: [s3Storage(storageOptions(env))],
  telemetry: false,
  // Refusals that people can act on are no faults of ours.
  loggingLevels: { AppError: 'info' } as Record<string, 'info'>,
  onInit: (payload) => {
    surviveDisconnects(payload)
    refuseUnknownOperators(payload)
  },
  logger,
  sharp,
  typescript: { outputFile: path.join(root, 'src/payload-types.ts'), autoGenerate: false },
})

export default config.then(guardRoutes).then(closeDeadRoutes)
