import type { WebhookResponse } from './postUpdate.ts'

export interface WebhookReply {
  method: string
  parameters: Record<string, unknown>
}

/** Methods that a webhook's answer may not call: their result would reach nobody, or they change the webhook. */
const REFUSED = new Set(['setwebhook', 'deletewebhook', 'close', 'logout'])

/** The Bot API call that a webhook put into the body of its answer, if it did. */
export function webhookReply(response: WebhookResponse): WebhookReply | undefined {
  if (!response.body) return undefined
  const fields = readFields(response)
  const method = fields?.method
  if (!fields || typeof method !== 'string' || method === '') return undefined
  const lower = method.toLowerCase()
  if (REFUSED.has(lower) || lower.startsWith('get')) return undefined
  const { method: _, ...parameters } = fields
  return { method, parameters }
}

function readFields(response: WebhookResponse): Record<string, unknown> | undefined {
  if (response.contentType.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(response.body))
  }
  if (!response.contentType.startsWith('application/json')) return undefined
  try {
    const value: unknown = JSON.parse(response.body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
