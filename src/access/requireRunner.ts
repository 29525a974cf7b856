import { createHash, timingSafeEqual } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { AppError } from '../errors/AppError.ts'
import { doorHeader } from '../gateway/door.ts'
import { knownEnv } from '../knownEnv.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** The bot-runner's rights end at `/api/runner/*`; it proves itself with RUNNER_SECRET. */
export const requireRunner = (req: PayloadRequest): void => {
  const env = knownEnv()
  // Asked here and not only of the path, which can be written in more ways than one.
  if (env.INTERNAL_PORT !== undefined && req.headers.get(doorHeader) !== 'internal')
    throw new AppError({ code: 'notFound', status: 404 })
  const given = req.headers.get('authorization') ?? ''
  // Digests have one length, so that the comparison tells nothing about the secret's.
  if (!timingSafeEqual(digest(given), digest(`Bearer ${env.RUNNER_SECRET}`)))
    throw new AppError({ code: 'unauthenticated', status: 401 })
}
