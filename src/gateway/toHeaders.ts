import type { IncomingHttpHeaders } from 'node:http'

/** The headers of a Node request as those of fetch. */
export const toHeaders = (given: IncomingHttpHeaders): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(given))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  return headers
}
