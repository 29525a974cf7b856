/** What went wrong with a call, in a sentence for the person at the terminal. */
export class ApiFailure extends Error {}

interface ApiOptions {
  method?: 'GET' | 'POST'
  token?: string
  body?: unknown
}

/** Calls a JSON API as any program of a creator's would. */
export async function callApi<T>(url: string, options: ApiOptions = {}): Promise<T> {
  const { method = 'GET', token, body } = options
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `JWT ${token}` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  }).catch((error: Error) => {
    throw new ApiFailure(
      `${method} ${url}: ${error.cause instanceof Error ? error.cause.message : error.message}`,
    )
  })
  const text = await response.text()
  if (!response.ok)
    throw new ApiFailure(`${method} ${url} answered ${response.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as T
}
