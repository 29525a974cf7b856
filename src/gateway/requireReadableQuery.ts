import { AppError } from '../errors/AppError.ts'

/** What Payload reads as one value: of several it would make no number, and the database would fail on it. */
const single = new Set(['limit', 'page', 'depth'])

/** What Payload lets a POST be read as a GET by: its body stands for the address's query then. */
const disguises = ['x-payload-http-method-override', 'x-http-method-override']

const queryOf = async (request: Request): Promise<URLSearchParams> => {
  const asks = disguises.some((name) => request.headers.get(name) === 'GET')
  return asks ? new URLSearchParams(await request.clone().text()) : new URL(request.url).searchParams
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Each field with what is asked of it, and lists of such; as deep as what comes without JSON. */
const isCondition = (value: unknown, depth = 0): boolean =>
  isObject(value) &&
  Object.entries(value).every(([name, inner]: [string, unknown]) =>
    ['and', 'or'].includes(name.toLowerCase())
      ? Array.isArray(inner) && depth < 10 && inner.every((one) => isCondition(one, depth + 1))
      : isObject(inner),
  )

/** What Payload reads as JSON when it comes as one word. */
const json = new Map<string, (value: unknown) => boolean>([
  ['where', isCondition],
  ['data', isObject],
])

const isReadable = (name: string, value: string): boolean => {
  const isRight = json.get(name)
  if (isRight === undefined || value === '') return true
  try {
    return isRight(JSON.parse(value))
  } catch {
    return false
  }
}

/** @throws {AppError} inputInvalid (400) with the names of what came more than once, as a list, or as JSON of no sense */
export const requireReadableQuery = async (request: Request): Promise<void> => {
  const seen = new Set<string>()
  const problems = new Set<string>()
  for (const [name, value] of await queryOf(request)) {
    if (!isReadable(name, value)) problems.add(name)
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
