import pg from 'pg'
import { ExpectedFailure } from '../expectedFailure.mjs'
import { texts } from '../texts.mjs'

const WRONG_PASSWORD = '28P01'

/** Does the database take us in? Not yet is no; a wrong password will not get better by waiting. */
export async function canConnect(url: string): Promise<boolean> {
  const reason = await whyUnreachable(url)
  if (reason?.code !== WRONG_PASSWORD) return reason === undefined
  throw ExpectedFailure.from(texts.postgresPassword)
}

/** Nothing if a connection could be made. */
export async function whyUnreachable(url: string): Promise<NodeJS.ErrnoException | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // A server that goes away later must not end us by an unhandled event.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return undefined
  } catch (error) {
    return error as NodeJS.ErrnoException
  } finally {
    await client.end().catch(() => {})
  }
}
