import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createClient } from '@hey-api/openapi-ts'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ApiCourse } from '../../src/contracts/api/courses.ts'
import type { ApiSteps, EditorStep } from '../../src/contracts/api/steps.ts'
import { createUser } from '../factories/createUser.ts'
import { openApiSession } from '../helpers/apiCalls.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

type Answer<Data> = { data?: Data; error?: { error: { code: string } }; response: Response }
type Sdk = Record<string, (options: object) => Promise<Answer<unknown>>>

describe('a client that a generator makes of the API’s document', () => {
  let payload: Payload
  let web: Web
  let folder: string
  let sdk: Sdk

  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb()
    folder = await mkdtemp(path.join(tmpdir(), 'gongbu-client-'))
    await createClient({
      input: `${web.webUrl}/api/v1/openapi.json`,
      output: { path: folder, entryFile: true },
      logs: { level: 'silent', file: false },
    })
    sdk = (await import(path.join(folder, 'index.ts'))) as Sdk
    const generated = (await import(path.join(folder, 'client.gen.ts'))) as {
      client: { setConfig: (config: object) => void }
    }
    const { user } = await createUser(payload, { role: 'student' })
    const token = await openApiSession(payload, user.id)
    generated.client.setConfig({ baseUrl: `${web.webUrl}/api/v1`, auth: () => token })
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
    await web.stop()
    await payload.destroy()
  })

  const run = async <Data>(operation: string, options: object = {}): Promise<Data> => {
    const { data, error } = await sdk[operation]!(options)
    expect(error).toBeUndefined()
    return data as Data
  }

  it('should write, edit, order and publish a course with it, and read it back', async () => {
    const body = {
      title: 'The solar system',
      description: 'Planets and their moons, one by one.',
      category: 'science',
      language: 'en',
    }
    const course = await run<ApiCourse>('createCourse', { body })
    const ofCourse = { path: { courseId: course.id } }
    await run('updateCourse', { ...ofCourse, body: { tags: ['space'], difficultyLevel: 2 } })
    const ids: string[] = []
    for (const title of ['Earth', 'Venus', 'Mercury']) {
      const step = { title, content: `**${title}** is a planet.`, section: 'Inner planets' }
      ids.push((await run<EditorStep>('createStep', { ...ofCourse, body: step })).id)
    }
    const venus = { path: { courseId: course.id, stepId: ids[1] } }
    const read = await run<EditorStep>('getStep', venus)
    await run('updateStep', {
      ...venus,
      body: { title: 'Venus, the hot one' },
      headers: { 'If-Match': `"${read.version}"` },
    })
    await run('orderSteps', { ...ofCourse, body: { stepIds: ids.toReversed() } })
    const published = await run<{ release: { number: number } }>('publishCourse', ofCourse)
    expect(published.release.number).toBe(1)

    const back = await run<ApiCourse>('getCourse', ofCourse)
    expect(back).toMatchObject({
      ...body,
      tags: ['space'],
      isPublished: true,
      releaseNumber: 1,
      stepsCount: 3,
    })
    const { steps } = await run<ApiSteps>('listSteps', ofCourse)
    expect(steps.map(({ title }) => title)).toEqual(['Mercury', 'Venus, the hot one', 'Earth'])
  })

  it('should be told why something was refused', async () => {
    const { error, response } = await sdk.createCourse!({ body: { title: '' } })
    expect([response.status, error?.error.code]).toEqual([422, 'bodyInvalid'])
  })
})
