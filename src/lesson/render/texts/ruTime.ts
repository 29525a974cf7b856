/** Russian: what comes by itself. */
export const ruTime = {
  unlockedTitle: '🔓 <b>{count, plural, one {Открылся новый этап} other {Открылись новые этапы: #}}</b>',
  unlockedStep: '{index}. {title}',
  unlockedMore: '… и ещё {count}',
  buttonOpenStep: '▶️ Открыть',
  reminderFirst: '👋 Курс «{course}» ждёт вас.',
  reminderAgain: '👋 Давно не виделись: курс «{course}» можно продолжить в любой момент.',
  reminderStep: 'Вы остановились здесь: этап {index}, {title}',
  reminderStreak:
    '🔥 {days, plural, one {# день} few {# дня} other {# дней}} подряд: один этап сегодня — и серия продолжится.',
  reminderLast: 'Больше напоминать не буду. Ничего не потеряно: нажмите кнопку, когда захотите продолжить.',
  streak: '🔥 {days, plural, one {# день} few {# дня} other {# дней}} подряд',
}
