import type { Payload } from 'payload'

/**
 * A restart of PostgreSQL must not end this process. A broken connection fails the queries on it, which
 * their callers see; that it also emits `error` would be fatal if nobody listened.
 */
export const surviveDisconnects = ({ db, logger }: Payload): void => {
  db.pool.on('error', (error) => logger.warn({ err: error }, 'a connection to PostgreSQL broke'))
  db.pool.on('connect', (client) => client.on('error', () => undefined))
}
