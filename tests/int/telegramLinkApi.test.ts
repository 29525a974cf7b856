import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createUser } from '../factories/createUser.ts'
import { openApiSession, type ApiRefusal } from '../factories/openApiSession.ts'
import { auditedActs } from '../helpers/auditedActs.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { platformBot, startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

type Link = { isLinked: boolean; username: string | null; canLink: boolean }
type Code = { link: string; code: string }

describe('linking Telegram accounts by the platform API', () => {
  let stack: Stack
  let payload: Payload

  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({}, { hasPlatformBot: true })
    await waitFor('the platform bot to be known', async () => {
      const { username } = await payload.findGlobal({ slug: 'platform' })
      return username != null
    })
  })
  afterAll(async () => {
    await stack.stop()
    await payload.destroy()
  })

  const newSession = async () => {
    const { user } = await createUser(payload)
    return { user, ...(await openApiSession(payload, stack, { userId: user.id })) }
  }

  it('should link whoever opens the link, and unlink them', async () => {
    const { call, user } = await newSession()
    const read = async () => (await call<Link>('GET', '/users/telegram-link')).body
    expect(await read()).toEqual({ isLinked: false, username: null, canLink: true })
    const { status, body } = await call<Code>('POST', '/users/telegram-link')
    expect([status, body.link]).toEqual([200, expect.stringContaining(`link_${body.code}`)])
    const { id } = await stack.emulator.createPerson({ first_name: 'Ann', username: 'ann_links' })
    await stack.emulator.send(platformBot.username, id, `/start link_${body.code}`)
    await waitFor('the account to be linked', async () => (await read()).isLinked)
    expect((await read()).username).toBe('ann_links')
    expect((await call('DELETE', '/users/telegram-link')).status).toBe(204)
    expect((await read()).isLinked).toBe(false)
    expect(await auditedActs(payload, 'telegramLinked', user.id)).toMatchObject([{ actorId: null }])
    expect(await auditedActs(payload, 'telegramUnlinked', user.id)).toMatchObject([{ actorId: user.id }])
    const again = await call<ApiRefusal>('DELETE', '/users/telegram-link')
    expect([again.status, again.body.error.code]).toEqual([409, 'telegramNotLinked'])
  })

  it('should refuse strangers, sessions of a course’s bot, and whoever asks without end', async () => {
    const { user, call } = await newSession()
    const bound = await openApiSession(payload, stack, { userId: user.id, courseId: crypto.randomUUID() })
    for (const method of ['GET', 'POST', 'DELETE']) {
      expect((await callWeb(stack, method, '/v1/users/telegram-link')).status).toBe(401)
      expect((await bound.call(method, '/users/telegram-link')).status).toBe(403)
    }
    const statuses: number[] = []
    for (let time = 0; time < 21; time++) statuses.push((await call('POST', '/users/telegram-link')).status)
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([20, 429])
  })
})
