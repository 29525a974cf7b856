import type { Api } from 'grammy'

import type { AlertJob } from '../../../src/contracts/queues.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { tell } from '../bot/tell.ts'
import { platformTexts } from '../locales/platform/platformTexts.ts'
import type { Logger } from '../logger.ts'
import { withLinks } from '../platform/withLinks.ts'
import type { JobOutcome } from './createJobWorker.ts'

/**
 * Tells a course's creator that its bot needs them, if it still does. Without a platform bot nobody can be told.
 * @throws when Telegram or the CMS is away: the queue tries again
 */
export const alertCreator = async (
  options: {
    client: Pick<RunnerClient, 'getBotAlert' | 'completeOutboxRow'>
    /** The platform bot's. */
    api: Api | null
    log: Logger
  },
  job: AlertJob,
): Promise<JobOutcome> => {
  const { client, api, log } = options
  const { alert } = api === null ? { alert: null } : await client.getBotAlert(job.botId)
  if (api !== null && alert !== null) {
    const { telegramUserId, locale, courseTitle: course, botUsername: bot, adminUrl } = alert
    const texts = platformTexts[locale]
    const said = withLinks(texts.alert({ course, bot }), [{ text: texts.openCourse, url: adminUrl }])
    await tell({ api, log }, telegramUserId, said.text, said.keyboard)
  }
  await client.completeOutboxRow(job.outboxId)
  return { status: 'done' }
}
