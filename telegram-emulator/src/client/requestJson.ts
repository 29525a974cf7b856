/** One request to the control API; rejects with what the emulator says is wrong. */
export async function requestJson<T>(
  url: string,
  method: 'GET' | 'POST' | 'DELETE',
  body?: object,
): Promise<T> {
  const response = await fetch(url, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  if (response.ok) return answer as T
  const { error } = answer as { error?: string }
  throw new Error(
    `${method} ${new URL(url).pathname} answered ${response.status}: ${error ?? 'no reason given'}`,
  )
}
