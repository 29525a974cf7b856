import type { Locale } from '../../../src/contracts/locale.ts'

/** What is said to somebody who is forgotten. */
export const erasureTexts: Record<Locale, { caption: string; done: string }> = {
  ru: {
    caption: 'Здесь всё, что мы знаем о вас в этом курсе. Как только файл дошёл, это стирается.',
    done: 'Готово: всё стёрто. Если захотите начать с нуля, отправьте /start.',
  },
  en: {
    caption: 'This is all that we know of you in this course. Now that you have it, it is being erased.',
    done: 'Done: all of it is erased. If you want to begin from nothing, send /start.',
  },
}
