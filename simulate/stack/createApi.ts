/** What a web process that has just been killed does not answer is asked again for so long. */
const patienceMs = 120_000

/** The product's own API, as the admin and programs of creators use it, for one account. */
export const createApi = (webUrl: string, token: () => string) => {
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(`${webUrl}/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        authorization: `JWT ${token()}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    // Whoever waits in vain for the database says so with 5xx.
    if (response.status >= 500)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
    return response
  }
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    for (const deadline = Date.now() + patienceMs; ;) {
      const response = await ask(method, path, body).catch(async (error: unknown) => {
        if (Date.now() > deadline) throw error
        await new Promise((resolve) => setTimeout(resolve, 200))
        return undefined
      })
      if (response === undefined) continue
      const text = await response.text()
      if (!response.ok)
        throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 800)}`)
      return (text === '' ? undefined : JSON.parse(text)) as Answer
    }
  }
  return {
    get: <Answer>(path: string) => call<Answer>('GET', path),
    post: <Answer>(path: string, body: unknown = {}) => call<Answer>('POST', path, body),
    patch: <Answer>(path: string, body: unknown) => call<Answer>('PATCH', path, body),
  }
}
