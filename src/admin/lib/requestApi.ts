'use client'

/** What the API says when it refuses: the message is in the person's language. */
class ApiRefusal extends Error {
  readonly code: string
  readonly details: unknown

  constructor(error: { code: string; message: string; details?: unknown }) {
    super(error.message)
    this.code = error.code
    this.details = error.details
  }
}

/** A proxy on the way may answer with a page. */
const readJson = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @throws {ApiRefusal} on any answer but 2xx; a TypeError when the server cannot be reached */
export const requestApi = async <Answer>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  options: { locale: string; body?: unknown; signal?: AbortSignal },
): Promise<Answer> => {
  const response = await fetch(`/api/${path}`, {
    method,
    credentials: 'include',
    headers: {
      'accept-language': options.locale,
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    signal: options.signal,
  })
  // An answer that breaks off, because the page goes, is none.
  const answer = readJson(await response.text())
  if (response.ok) return answer as Answer
  const error = (answer as { error?: { code: string; message: string; details?: unknown } } | undefined)
    ?.error
  throw new ApiRefusal(error ?? { code: 'internal', message: response.statusText })
}
