import type { PayloadRequest } from 'payload'

import { readEnv } from '../env.ts'
import { localeFrom, translate } from '../i18n/translate.ts'
import type { User } from '../payload-types.ts'
import { composeMail, type Mail } from './composeMail.ts'

type Asked = { req?: PayloadRequest; token?: string; user?: Pick<User, 'locale'> }

/** To whoever forgot their password, in the language that they have chosen, else in that of the page. */
export const passwordMail = ({ req, token = '', user }: Asked = {}): Mail => {
  const locale = user?.locale ?? localeFrom(req?.i18n.language)
  return composeMail({
    subject: translate(locale, 'mail.password.subject'),
    paragraphs: [translate(locale, 'mail.password.text'), translate(locale, 'mail.notYou')],
    // Never by the host that the request names: whoever asks can write any there.
    url: `${readEnv().PUBLIC_URL}/admin/reset/${token}`,
  })
}
