import type { Locale } from '../../../src/contracts/locale.ts'
import type { OwnershipResponse } from '../../../src/contracts/platform.ts'

type Texts = Record<Exclude<OwnershipResponse['status'], 'proven'>, string> & {
  proven: (account: string | null) => string
}

/** What a pasted bot says to whoever opens it with the link of its course's panel. */
export const ownershipTexts: Record<Locale, Texts> = {
  ru: {
    proven: (account) =>
      `Спасибо! Теперь известно, чей это бот. Он начнёт учить, как только курс будет опубликован.${account === null ? '' : `\nВаш аккаунт Telegram привязан к учётной записи ${account}.`}`,
    expired: 'Эта ссылка больше не действует. Возьмите новую в панели бота на странице курса.',
    used: 'Этой ссылкой уже воспользовались. Возьмите новую в панели бота на странице курса.',
    unknown: 'Эта ссылка не от этого бота. Возьмите её в панели бота на странице курса.',
    foreign: 'К учётной записи автора привязан другой аккаунт Telegram. Откройте ссылку из него.',
    taken: 'Этот аккаунт Telegram привязан к другой учётной записи. Сначала отвяжите его там.',
  },
  en: {
    proven: (account) =>
      `Thank you! Now it is known whose bot this is. It begins to teach when the course is published.${account === null ? '' : `\nYour Telegram account is linked to ${account}.`}`,
    expired: 'This link is no longer good. Take a new one from the bot panel of the course.',
    used: 'This link has been used. Take a new one from the bot panel of the course.',
    unknown: 'This link is not of this bot. Take it from the bot panel of the course.',
    foreign: 'The author’s account is linked to another Telegram account. Open the link from that one.',
    taken: 'This Telegram account is linked to another account. Unlink it there first.',
  },
}
