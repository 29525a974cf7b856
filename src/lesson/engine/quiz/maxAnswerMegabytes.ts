/** Telegram lets bots load no larger files. */
export const maxAnswerMegabytes = 20
