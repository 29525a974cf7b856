import { AppError } from '../errors/AppError.ts'

/**
 * Refuses to change what has changed since the person saw it.
 * @param seen the version that they saw, null when they do not say, `*` for any
 * @throws {AppError} versionChanged (412) naming the current version
 */
export const requireVersion = (seen: string | null, current: string): void => {
  if (seen !== null && seen !== '*' && seen !== current)
    throw new AppError({ code: 'versionChanged', status: 412, details: { current } })
}
