import { AppError } from '../errors/AppError.ts'

/** What Payload reads as one value: of several it would make no number, and the database would fail on it. */
const single = new Set(['limit', 'page', 'depth'])

const queryOf = async (request: Request): Promise<URLSearchParams> => {
  const asks = request.headers.get('x-payload-http-method-override') === 'GET'
  return asks ? new URLSearchParams(await request.clone().text()) : new URL(request.url).searchParams
}

/** @throws {AppError} inputInvalid (400) with the names of what came more than once, or as a list */
export const requireSingleValues = async (request: Request): Promise<void> => {
  const seen = new Set<string>()
  const problems = new Set<string>()
  for (const name of (await queryOf(request)).keys()) {
    const [base = ''] = name.split('[', 1)
    if (!single.has(base)) continue
    if (seen.has(base) || name !== base) problems.add(base)
    seen.add(base)
  }
  if (problems.size === 0) return
  throw new AppError({
    code: 'inputInvalid',
    status: 400,
    details: { problems: [...problems].map((path) => ({ path })) },
  })
}
