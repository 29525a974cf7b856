import { cp, mkdtemp, rm } from 'node:fs/promises'
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

describe('clients of the platform API', () => {
  let payload: Payload
  let web: Web
  const folders: string[] = []

  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb()
  })
  afterAll(async () => {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
    await web.stop()
    await payload.destroy()
  })

  const make = async (which: 'committed' | 'generated'): Promise<Sdk> => {
    const folder = await mkdtemp(path.join(tmpdir(), 'gongbu-client-'))
    folders.push(folder)
    if (which === 'committed') await cp(path.resolve('src/contracts/apiClient'), folder, { recursive: true })
    else
      await createClient({
        input: `${web.webUrl}/api/v1/openapi.json`,
        output: { path: folder, entryFile: true },
        logs: { level: 'silent', file: false },
      })
    const generated = (await import(path.join(folder, 'client.gen.ts'))) as {
      client: { setConfig: (config: object) => void }
    }
    const { user } = await createUser(payload, { role: 'student' })
    const token = await openApiSession(payload, user.id)
    generated.client.setConfig({ baseUrl: `${web.webUrl}/api/v1`, auth: () => token })
    return (await import(path.join(folder, 'index.ts'))) as Sdk
  }

  const runIn =
    (sdk: Sdk) =>
    async <Data>(operation: string, options: object = {}): Promise<Data> => {
      const { data, error } = await sdk[operation]!(options)
      expect(error).toBeUndefined()
      return data as Data
    }

  /** As the Mini App has it, and as anybody makes one of the running server's document. */
  it.each(['committed', 'generated'] as const)(
    'should write, edit, order and publish a course, and read it back: %s',
    async (which) => {
      const sdk = await make(which)
      const run = runIn(sdk)
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

      // Why something was refused.
      const { error, response } = await sdk.createCourse!({ body: { title: '' } })
      expect([response.status, error?.error.code]).toEqual([422, 'inputInvalid'])
    },
  )
})
