import type { JoinTestResponse } from '../../../src/contracts/joinTest.ts'
import type { Locale } from '../../../src/contracts/locale.ts'

type Texts = Record<Exclude<JoinTestResponse['status'], 'joined'>, string> & {
  joined: (about: { course: string; bot: string }) => string
  open: string
}

/** What is said to whoever opens a link that lets testers in. */
export const courseTestTexts: Record<Locale, Texts> = {
  ru: {
    joined: ({ course, bot }) =>
      `🧪 Вы пробуете курс «${course}» до публикации. Откройте @${bot} и нажмите «Старт»: через несколько секунд он вас впустит.`,
    open: 'Открыть бота курса',
    unknown: 'Такой ссылки нет: её отозвали, или она от другого бота. Попросите у автора курса новую.',
    expired: 'Эта ссылка больше не действует. Попросите у автора курса новую.',
    closed: 'Проба этого курса закончилась. Когда автор начнёт новую, откройте ссылку ещё раз.',
    full: 'Этот курс пробует уже столько людей, сколько можно. Попросите автора освободить место.',
  },
  en: {
    joined: ({ course, bot }) =>
      `🧪 You are testing “${course}” before it is published. Open @${bot} and press Start: it lets you in within seconds.`,
    open: 'Open the course’s bot',
    unknown:
      'There is no such link: it was revoked, or it is of another bot. Ask the course’s author for a new one.',
    expired: 'This link is no longer good. Ask the course’s author for a new one.',
    closed: 'The test of this course is over. Open the link again when the author has begun another one.',
    full: 'As many people as may are testing this course already. Ask the author to make room.',
  },
}
