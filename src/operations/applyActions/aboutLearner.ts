import type { advance } from '../../lesson/engine/advance.ts'
import type { LearnerRow } from './types.ts'

/** What the engine knows of a learner beside their state. `firstName`: as Telegram tells it now. */
export const aboutLearner = (row: LearnerRow, firstName = row.firstName): Parameters<typeof advance>[4] => {
  const { locale, timeZone, remindersEnabled, quietFrom, quietTo } = row
  const settings = { locale, timeZone, remindersEnabled, quietFrom, quietTo }
  return {
    rating: row.rating,
    learnerId: row.enrollmentId,
    name: firstName,
    settings,
    isClosed: row.isClosed,
  }
}
