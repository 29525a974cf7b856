export type ApiAnswer<Body> = { status: number; body: Body; headers: Headers }

export type ApiCall = { token?: string; body?: unknown; headers?: Record<string, string> }

/** One request with JSON both ways, signed in by `token`, through whatever answers requests. */
export const exchangeJson = async <Body>(
  send: (request: Request) => Promise<Response>,
  method: string,
  url: string,
  { token, body, headers }: ApiCall,
): Promise<ApiAnswer<Body>> => {
  const response = await send(
    new Request(url, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `JWT ${token}` }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
  )
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: (text ? JSON.parse(text) : undefined) as Body,
  }
}
