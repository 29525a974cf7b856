import { createHash, timingSafeEqual } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { readEnv } from '../env.ts'
import { AppError } from '../errors/AppError.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** The bot-runner's rights end at `/api/runner/*`; it proves itself with RUNNER_SECRET. */
export const requireRunner = (req: PayloadRequest): void => {
  const given = req.headers.get('authorization') ?? ''
  // Digests have one length, so that the comparison tells nothing about the secret's.
  if (!timingSafeEqual(digest(given), digest(`Bearer ${readEnv().RUNNER_SECRET}`)))
    throw new AppError({ code: 'unauthenticated', status: 401 })
}
