import { hangul } from '../demo/hangul.ts'
import { ApiFailure, callApi } from './callApi.ts'
import { makeDemoBot } from './makeDemoBot.ts'
import type { Account } from './readCredentials.ts'
import type { Session } from './runCommand.ts'
import { signIn } from './signIn.ts'
import { texts } from './texts.mjs'

interface DemoOptions {
  webUrl: string
  emulatorUrl: string
  creator: Account
  session: Session
}

/**
 * Plays the creator's part once, over the public APIs alone: writes the demo course, publishes it and
 * makes its bot in the emulator. What is there already is left as it is.
 *
 * @returns where a learner opens the course
 */
export async function makeDemo(options: DemoOptions): Promise<string> {
  const { webUrl, emulatorUrl, creator, session } = options
  const token = await signIn(webUrl, creator)
  if (token === undefined) throw new ApiFailure(texts.demoNoLogin(creator.email))
  const courses = `${webUrl}/api/courses`
  const post = <T>(path: string, body?: unknown) =>
    callApi<T>(`${webUrl}/api${path}`, { method: 'POST', token, body: body ?? {} })

  const where = new URLSearchParams({ 'where[title][equals]': hangul.course.title, depth: '0', limit: '1' })
  const found = await callApi<{ docs: { id: string; isPublished: boolean }[] }>(`${courses}?${where}`, {
    token,
  })
  let course = found.docs[0]
  if (!course) {
    course = (await post<{ doc: { id: string; isPublished: boolean } }>('/courses', hangul.course)).doc
    for (const step of hangul.steps) await post('/steps', { ...step, course: course.id, stepType: 'text' })
  }
  if (!course.isPublished) await post(`/courses/${course.id}/publish`)

  return makeDemoBot({ webUrl, emulatorUrl, token, courseId: course.id, ...hangul.bot, session })
}
