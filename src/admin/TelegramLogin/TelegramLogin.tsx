import type { ServerProps } from 'payload'

import { readEnv } from '../../env.ts'
import { localeFrom, translate } from '../../i18n/translate.ts'

/** Below the sign-in form, when there is a platform bot to log in with. */
export const TelegramLogin = async ({ payload, i18n, searchParams }: ServerProps) => {
  const { sealedLoginKey } = await payload.findGlobal({ slug: 'platform', showHiddenFields: true })
  if (!sealedLoginKey) return null
  const locale = localeFrom(i18n.language)
  const next = searchParams?.redirect
  const query = typeof next === 'string' ? `?next=${encodeURIComponent(next)}` : ''
  return (
    <div className="gongbu-telegram-login">
      <span className="gongbu-telegram-login__or">{translate(locale, 'webLogin.or')}</span>
      {/* Its whole address: the way back is to the same host, and so is the cookie that it needs. */}
      <a className="gongbu-telegram-login__button" href={`${readEnv().PUBLIC_URL}/auth/telegram${query}`}>
        {translate(locale, 'webLogin.button')}
      </a>
    </div>
  )
}
