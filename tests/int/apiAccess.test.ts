import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { apiRoutes } from '../../src/api/apiRoutes.ts'
import {
  apiActors,
  apiPeople,
  apiScene,
  renewPeople,
  type ApiActor,
  type ApiPeople,
  type ApiScene,
} from '../helpers/apiAccessScene.ts'
import { apiAccessTable, type AccessRow } from '../helpers/apiAccessTable.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

const operationOf = ({ name }: AccessRow): string => name.split(' ')[0] ?? ''
const isRefused = (status: number): boolean => [401, 403, 404].includes(status)

describe('access to the platform API', () => {
  let payload: Payload
  let web: Web
  let people: ApiPeople
  let scene: ApiScene

  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb({ SIGN_INS_PER_MINUTE: '1000' })
    people = await apiPeople(payload)
    scene = await apiScene(payload, web, people)
  })
  afterAll(async () => {
    await web.stop()
    await payload.destroy()
  })

  const ask = async (row: AccessRow, actor: ApiActor): Promise<number> => {
    const route = apiRoutes.find(({ operationId }) => operationId === operationOf(row))!
    const { path, body, form } = row.ask(scene)
    const token = scene.tokens[actor]
    const response = await fetch(`${web.webUrl}/api/v1${path}`, {
      method: route.method.toUpperCase(),
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: form ? new FormData() : body === undefined ? undefined : JSON.stringify(body),
    })
    await response.arrayBuffer()
    return response.status
  }

  it('should have a rule for every route, and no rule without one', () => {
    const known = [...new Set(apiAccessTable.map(operationOf))].toSorted()
    expect(known).toEqual(apiRoutes.map(({ operationId }) => operationId).toSorted())
  })

  it.each(apiAccessTable)('should answer each as the table says: $name', async (row) => {
    const answers: Partial<Record<ApiActor, number>> = {}
    // Who is refused changes nothing: they come first, and the others each find things as they were.
    for (const actor of apiActors.toSorted(
      (a, b) => Number(isRefused(row.rule[b])) - Number(isRefused(row.rule[a])),
    )) {
      answers[actor] = await ask(row, actor)
      if (row.change !== undefined && !isRefused(answers[actor])) {
        if (row.change === 'people') people = await renewPeople(payload, people)
        scene = await apiScene(payload, web, people)
      }
    }
    expect(answers).toEqual(row.rule)
  })
})
