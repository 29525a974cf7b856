import type { FarewellReason } from '../../../src/contracts/farewell.ts'
import type { Locale } from '../../../src/contracts/locale.ts'

/** What learners are told, once, when a bot stops teaching. */
export const farewellTexts: Record<Locale, Record<FarewellReason, (course: string) => string>> = {
  ru: {
    unpublished: (course) =>
      `Курс «${course}» сейчас закрыт. Всё пройденное сохранено: когда он откроется снова, /start продолжит с того же места.`,
    archived: (course) => `Курс «${course}» закрыт. Всё пройденное сохранено.`,
    removed: (course) => `Этот бот больше не ведёт курс «${course}». Всё пройденное сохранено.`,
  },
  en: {
    unpublished: (course) =>
      `The course “${course}” is closed for now. Your progress is kept: when it opens again, /start goes on from here.`,
    archived: (course) => `The course “${course}” is closed. Your progress is kept.`,
    removed: (course) => `This bot no longer teaches “${course}”. Your progress is kept.`,
  },
}
