import { Ajv2020 } from '@redocly/ajv/dist/2020.js'

import { apiRoutes } from '../../src/api/apiRoutes.ts'
import { byPath } from '../../src/api/byPath.ts'
import { describeApi } from '../../src/api/describeApi.ts'

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema(describeApi(apiRoutes, 'http://localhost'), 'api')

const patterns = byPath(apiRoutes).map(([path, routes]) => ({
  pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
  routes,
}))
const escaped = (path: string) => path.replaceAll('~', '~0').replaceAll('/', '~1')
const schemaOf = (pointer: string[]) => ajv.getSchema(`api#/${pointer.map(escaped).join('/')}`)

type Answer = { status: number; body: unknown }

/**
 * What the OpenAPI document does not say of an answer; null: it is as documented, or no route of the document gave it.
 * @param path below `/api/v1`, with or without its query
 */
export const faultByDocument = (method: string, path: string, { status, body }: Answer): string | null => {
  const [place = ''] = path.split('?')
  const route = patterns
    .find(({ pattern }) => pattern.test(place))
    ?.routes.find((one) => one.method === method.toLowerCase())
  if (route === undefined) return null
  const response = ['paths', route.path, route.method, 'responses', String(status)]
  if (schemaOf(response) === undefined) return `${route.operationId}: ${status} is not documented`
  const validate = schemaOf([...response, 'content', 'application/json', 'schema'])
  if (validate === undefined) return body === undefined ? null : `${route.operationId}: ${status} has a body`
  if (validate(body)) return null
  const problems = validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`)
  return `${route.operationId}: the body of ${status} is not as documented: ${problems?.join('; ')}`
}
