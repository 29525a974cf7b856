import { callApi } from './callApi.ts'
import type { Account } from './readCredentials.ts'

/** A signed-in session of an account; nothing if the account does not exist in this database. */
export async function signIn(webUrl: string, { email, password }: Account): Promise<string | undefined> {
  const answer = await callApi<{ token?: string }>(`${webUrl}/api/users/login`, {
    method: 'POST',
    body: { email, password },
  }).catch(() => undefined)
  return answer?.token
}
