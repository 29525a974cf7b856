import { mark, type AccessTarget } from '../factories/accessTargets.ts'
import type { AccessScene } from './accessScene.ts'
import type { ApiCall } from './exchangeJson.ts'
import { callApi } from './getTestPayload.ts'
import type { PayloadRoute } from './payloadRoutes.ts'

export const payloadActors = [
  'nobody',
  'student',
  'creator',
  'owner',
  'moderator',
  'admin',
  'deactivated',
] as const
export type PayloadActor = (typeof payloadActors)[number]

const nothing = '00000000-0000-4000-8000-000000000000'

/** Where a body is looked at before the course is. */
const bodies: Record<string, unknown> = {
  'POST /courses/:id/bot': { token: `471100:${'A'.repeat(35)}` },
  'POST /courses/:id/transfer': { email: 'nobody@example.org' },
  'POST /enrollments/:id/override': { stepId: nothing, opensAt: 'now' },
}

const bodyOf = ({ method, path }: PayloadRoute, target: AccessTarget | undefined): unknown => {
  if (!['POST', 'PATCH', 'PUT'].includes(method)) return undefined
  if (path === '/courses/:id/bot' && method === 'PATCH') return { isPaused: true }
  if (method === 'PATCH') return target?.update ?? {}
  if (path === `/${target?.slug}`) return target?.create
  return bodies[`${method} ${path}`] ?? {}
}

/**
 * What a route of Payload’s answers somebody about a thing of the author’s: `-` refused, `0` nothing there for them,
 * `!` let in and told what is wrong, `+` done, `?` a fault.
 */
export const payloadAttempt = async (
  { given }: AccessScene,
  route: PayloadRoute,
  signedIn: Pick<ApiCall, 'token' | 'headers'>,
): Promise<string> => {
  const { targets, course } = given()
  const target = targets.find(({ slug }) => slug === route.slug)
  const isBulk = route.path === `/${route.slug}` || route.path.endsWith('/count')
  const isHistory = route.path.endsWith('/versions')
  const id = target?.id ?? course.bot.id
  const path = route.path
    .replace('/versions/:id', `/versions/${target?.version ?? nothing}`)
    .replace(/:id\??/, id)
    .replace(':key', mark)
    .replace(':filename', `${mark}.png`)
    .replaceAll(/:\w+\??/g, nothing)
  const where = isBulk ? `?where[id][equals]=${id}` : isHistory ? `?where[parent][equals]=${id}` : ''
  const { status, body } = await callApi(route.method, path + where, {
    ...signedIn,
    body: bodyOf(route, target),
  })
  const text = JSON.stringify(body ?? '')
  if (status >= 500) return '?'
  if ([401, 403].includes(status)) return '-'
  if (status === 404) return '0'
  if (status >= 400) return '!'
  const isEmpty = /^\{"docs":\[\]|^\{"totalDocs":0\}$/.test(text)
  return isEmpty ? '0' : '+'
}
