import type { enAccounts } from './enAccounts.ts'

/** Russian: signing in, people's own accounts, and the mail about them. */
export const ruAccounts: Record<keyof typeof enAccounts, string> = {
  'error.signInRefused': 'Этот адрес и этот пароль не подходят друг другу.',
  'error.usernameIsTelegrams': 'Это имя берётся из Telegram: измените его там.',
  'error.plansNotSold': 'На этой платформе тарифы не продаются.',
  'error.paymentsUnreachable': 'Оплата сейчас недоступна. Деньги не списаны; попробуйте позже.',
  'error.planIsYours': 'Этот тариф у вас уже есть.',
  'error.signatureInvalid': 'Подпись не подтверждена.',
  'error.mailNotSetUp': 'Эта платформа не отправляет писем.',
  'error.emailCodeWrong': 'Этот код не подходит или уже не действует. Запросите другой.',
  'error.loginInvalid': 'Telegram этого не подтверждает: войдите ещё раз.',
  'error.loginExpired': 'Этот вход уже не действует: войдите ещё раз.',
  'error.loginElsewhere': 'Этот вход начат не в этом браузере или слишком давно. Начните заново.',
  'webLogin.button': 'Войти через Telegram',
  'webLogin.or': 'или',
  'webLogin.title': 'Вход',
  'webLogin.wait': 'Секунду…',
  'webLogin.noScript': 'Чтобы войти через Telegram, включите JavaScript или войдите по адресу и паролю.',
  'webLogin.failed': 'Не получилось',
  'webLogin.back': 'На страницу входа',
  'webLogin.student.title': 'Вы здесь учитесь',
  'webLogin.student.text':
    'Эти страницы — для тех, кто ведёт или проверяет курсы. Ваши курсы — в Telegram, там же, где и были.',
  'webLogin.student.open': 'Открыть Telegram',
  'mail.confirm.subject': 'Ваш код для Gongbu',
  'mail.confirm.text': 'Этим кодом вы подтверждаете, что адрес ваш. Он действует час.',
  'mail.notYou': 'Если его запросили не вы, ничего делать не нужно.',
  'mail.taken.subject': 'У этого адреса уже есть учётная запись в Gongbu',
  'mail.taken.text':
    'Этот адрес хотели добавить к другой учётной записи. Он уже принадлежит одной: войдите в неё или привяжите к ней свой Telegram.',
  'mail.changed.subject': 'Ваш адрес в Gongbu изменился',
  'mail.changed.text':
    'Теперь у вашей учётной записи адрес {address}. Если это сделали не вы, сразу сообщите тем, кто ведёт платформу.',
  'mail.password.subject': 'Новый пароль для Gongbu',
  'mail.password.text': 'По этой ссылке вы зададите новый пароль. Она действует час.',
}
