import type { PayloadRequest } from 'payload'

import type { PlatformReport } from '../../contracts/platform.ts'

/** What a runner found of the platform bot when it started. */
export const reportPlatform = async (options: {
  req: PayloadRequest
  report: PlatformReport
}): Promise<void> => {
  const { req, report } = options
  await req.payload.updateGlobal({
    slug: 'platform',
    data: { ...report, reportedAt: new Date().toISOString() },
    req,
  })
}
