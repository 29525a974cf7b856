import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { EmailAdapter, SendEmailOptions } from 'payload'
import type { Logger } from 'pino'

import type { Env } from '../env.ts'

const name = 'Gongbu'
const timeoutMs = 10_000
/** A server that is away is asked again. */
const pausesMs = [2000, 20_000]

/** Parts of an address such as `smtps://user:password@host:465`. */
const transportOf = (setting: string) => {
  const { protocol, hostname, port, username, password } = new URL(setting)
  const isSecure = protocol === 'smtps:'
  return {
    host: hostname,
    port: Number(port || (isSecure ? 465 : 587)),
    secure: isSecure,
    auth:
      username === ''
        ? undefined
        : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref())

/**
 * Sends Payload's mail and ours. Whoever asks for a mail does not wait for it: how long an answer takes must not tell
 * whether there was anything to send. What goes wrong is logged without the mail and its address.
 * @returns undefined without SMTP_URL: nothing is sent
 */
export const mailAdapter = (
  { SMTP_URL, MAIL_FROM }: Pick<Env, 'SMTP_URL' | 'MAIL_FROM'>,
  logger: Logger,
): Promise<EmailAdapter> | undefined => {
  if (SMTP_URL === undefined) return undefined
  const nodemailer = nodemailerAdapter({
    defaultFromAddress: MAIL_FROM,
    defaultFromName: name,
    transportOptions: transportOf(SMTP_URL),
    skipVerify: true,
  })
  return nodemailer.then((adapterOf) => (given) => {
    const adapter = adapterOf(given)
    const send = async (message: SendEmailOptions): Promise<void> => {
      for (const waitMs of [0, ...pausesMs]) {
        await pause(waitMs)
        try {
          return void (await adapter.sendEmail(message))
        } catch (error) {
          const { code, responseCode } = error as { code?: string; responseCode?: number }
          logger.warn({ code, responseCode }, 'a mail could not be sent')
          if (responseCode !== undefined && responseCode >= 500) return
        }
      }
    }
    return { ...adapter, sendEmail: async (message) => void send(message) }
  })
}
