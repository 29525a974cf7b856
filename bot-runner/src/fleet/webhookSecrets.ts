import { timingSafeEqual } from 'node:crypto'

import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import { deriveWebhookSecret, type KeyRing } from '../../../src/contracts/tokenSeal.ts'

export type WebhookSecrets = {
  /** Takes the same time whatever the candidate; at once for a bot whose secrets were derived before. */
  matches: (record: RunnerBot, candidate: string | undefined) => boolean | Promise<boolean>
}

/**
 * A secret is derived from the ring's first key. Those of the older keys are taken too, so that putting a
 * new key first does not shut out every bot until its webhook is armed anew.
 */
export const createWebhookSecrets = (ring: KeyRing): WebhookSecrets => {
  const derived = new WeakMap<RunnerBot, Buffer[]>()

  const derive = async (record: RunnerBot): Promise<Buffer[]> => {
    const secrets = await Promise.all(ring.map((key) => deriveWebhookSecret([key], record)))
    const buffers = secrets.map((secret) => Buffer.from(secret))
    derived.set(record, buffers)
    return buffers
  }

  const isAmong = (secrets: Buffer[], candidate: string): boolean => {
    const bytes = Buffer.from(candidate)
    let isMatch = false
    // The length is public: it is the same for all. Every secret is compared, also after a match.
    for (const secret of secrets) {
      if (secret.length === bytes.length && timingSafeEqual(secret, bytes)) isMatch = true
    }
    return isMatch
  }

  return {
    matches: (record, candidate = '') => {
      const secrets = derived.get(record)
      return secrets === undefined
        ? derive(record).then((fresh) => isAmong(fresh, candidate))
        : isAmong(secrets, candidate)
    },
  }
}
