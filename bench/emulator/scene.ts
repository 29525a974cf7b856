/** The bot whose updates are measured, and what it and its people say. */
export const botUsername = 'bench_bot'
export const peopleCount = 10_000
export const inFlight = 64
/** What the emulator is made for. */
export const wantedPerSecond = 1000

export const said = 'What a learner may write in answer to an open question'

export const reply = {
  text: 'Что бот отвечает: a paragraph with a step of a lesson, about as long as such steps are. '.repeat(4),
  reply_markup: {
    inline_keyboard: [
      [
        { text: '← Back', callback_data: '1:p:2' },
        { text: 'Next →', callback_data: '1:n:2' },
      ],
      [{ text: 'Contents', callback_data: '1:c:2' }],
    ],
  },
}
