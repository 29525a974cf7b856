import type { Locale } from '../../../src/contracts/locale.ts'

/** What a bot says in a group, where it cannot teach. */
export const groupRefusal: Record<Locale, string> = {
  ru: 'Я веду курс только в личном чате. Напишите мне в личные сообщения, и мы начнём.',
  en: 'I teach in private chats only. Write to me directly and we will begin.',
}
