const LIMIT_MS = 5_000

/** Does the address answer 2xx? */
export async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
