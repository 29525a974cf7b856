import type { WebhookSettings } from '../../../state/types.ts'
import { Described, type BotApiCall, type BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'
import { isPrivateHost } from '../validate/isPrivateHost.ts'
import { LIMITS } from '../validate/limits.ts'
import { readAllowedUpdates } from '../validate/readAllowedUpdates.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'
import { deleteWebhook } from './deleteWebhook.ts'

const HTTPS_PORTS = new Set(['', '443', '80', '88', '8443'])

export const setWebhook: BotApiMethod = (call) => {
  const { emulator, bot, parameters } = call
  refuseUnemulated(call, ['certificate'])
  if (!parameters.has('url')) return deleteWebhook(call)
  const webhook = readWebhook(parameters)
  const allowed = readAllowedUpdates(parameters)
  const isSame = bot.webhook !== null && JSON.stringify(bot.webhook) === JSON.stringify(webhook)
  if (allowed !== undefined) bot.allowedUpdates = allowed
  emulator.store.changed()
  if (isSame && !parameters.boolean('drop_pending_updates'))
    return new Described(true, 'Webhook is already set')
  activate(call, webhook)
  return new Described(true, 'Webhook was set')
}

function activate({ emulator, bot, parameters }: BotApiCall, webhook: WebhookSettings): void {
  if (parameters.boolean('drop_pending_updates')) bot.pending.clear()
  bot.webhook = webhook
  bot.lastError = null
  bot.first410At = null
  emulator.deliveries.of(bot).webhookChanged()
  emulator.logger.info({ bot: bot.username, host: new URL(webhook.url).host }, 'webhook was set')
}

function readWebhook(parameters: Parameters): WebhookSettings {
  const secretToken = parameters.string('secret_token')
  if (secretToken.length > LIMITS.secretToken) throw badRequest('secret token is too long')
  if (!/^[A-Za-z0-9_-]*$/.test(secretToken)) throw badRequest('secret token contains unallowed characters')
  return {
    url: readWebhookUrl(parameters.string('url')),
    secretToken,
    maxConnections: parameters.integer('max_connections', 40, ...LIMITS.maxConnections),
    ipAddress: parameters.string('ip_address'),
  }
}

function readWebhookUrl(given: string): string {
  let url: URL
  try {
    // As on the real server, a URL without a scheme is taken for https.
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`)
  } catch {
    throw badRequest('invalid webhook URL specified')
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw badRequest('invalid webhook URL specified')
  if (isPrivateHost(url.hostname)) return given.includes('://') ? given : url.href
  if (url.protocol === 'http:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!HTTPS_PORTS.has(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
  return given.includes('://') ? given : url.href
}
