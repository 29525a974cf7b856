/** English: signing in, people's own accounts, and the mail about them. */
export const enAccounts = {
  'error.signInRefused': 'This address and this password do not belong together.',
  'error.usernameIsTelegrams': 'This name comes from Telegram: change it there.',
  'error.plansNotSold': 'No plans are sold on this installation.',
  'error.paymentsUnreachable':
    'Payments cannot be reached at the moment. Nothing was charged; please try again later.',
  'error.planIsYours': 'You have this plan already.',
  'error.signatureInvalid': 'The signature does not hold.',
  'error.mailNotSetUp': 'This installation sends no mail.',
  'error.emailCodeWrong': 'This code is not good, or not any more. Ask for another one.',
  'error.loginInvalid': 'Telegram did not say this: sign in once more.',
  'error.loginExpired': 'This sign-in is no longer good: sign in once more.',
  'error.loginElsewhere': 'This sign-in was not begun in this browser, or too long ago. Begin it anew.',
  'webLogin.button': 'Log in with Telegram',
  'webLogin.or': 'or',
  'webLogin.title': 'Signing in',
  'webLogin.wait': 'One moment…',
  'webLogin.noScript': 'Switch JavaScript on to sign in with Telegram, or use your address and password.',
  'webLogin.failed': 'That did not work',
  'webLogin.back': 'To the sign-in page',
  'webLogin.student.title': 'You are a learner here',
  'webLogin.student.text':
    'These pages are for people who make or review courses. Your courses are in Telegram, where they have always been.',
  'webLogin.student.open': 'Open Telegram',
  'mail.confirm.subject': 'Your code for Gongbu',
  'mail.confirm.text': 'With this code you confirm that this address is yours. It is good for an hour.',
  'mail.notYou': 'If it was not you who asked for it, there is nothing to do.',
  'mail.taken.subject': 'This address has an account at Gongbu already',
  'mail.taken.text':
    'Somebody wanted to add this address to another account. It belongs to an account already: sign in there, or link your Telegram account to it.',
  'mail.changed.subject': 'Your address at Gongbu has changed',
  'mail.changed.text':
    'Your account now has the address {address}. If that was not you, tell whoever runs the platform at once.',
  'mail.password.subject': 'A new password for Gongbu',
  'mail.password.text': 'Here you set a new password. The link is good for an hour.',
}
