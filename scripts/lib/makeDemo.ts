import { join } from 'node:path'
import { ApiFailure, callApi } from './callApi.ts'
import { findPerson } from './findPerson.ts'
import { makeDemoBot } from './makeDemoBot.ts'
import { projectRoot } from './projectRoot.ts'
import type { Account } from './readCredentials.ts'
import type { Session } from './runCommand.ts'
import { runImport } from './runImport.ts'
import { signIn } from './signIn.ts'
import { texts } from './texts.mjs'

/** Folders of scripts/demo, the bots that teach them, and who learns there: bots speak a learner's language. */
const demos = [
  { folder: 'hangul-ru', language: 'ru', username: 'hangul_ru_bot', learner: 'Анна' },
  { folder: 'hangul-en', language: 'en', username: 'hangul_en_bot', learner: 'Anna' },
]

interface DemoOptions {
  webUrl: string
  emulatorUrl: string
  creator: Account
  session: Session
  /** Of the product. */
  env: NodeJS.ProcessEnv
}

interface Course {
  id: string
  title: string
  isPublished: boolean
}

/** Where a learner opens a course. */
export interface DemoLink {
  language: string
  link: string
}

/**
 * Plays the creator's part once: imports and publishes the demo courses as `npm run import` does, and makes their bots
 * in the emulator. A course that is there is left as it is, with everything that its author has done to it since.
 */
export async function makeDemo(options: DemoOptions): Promise<DemoLink[]> {
  const { webUrl, emulatorUrl, creator, session, env } = options
  const token = await signIn(webUrl, creator)
  if (token === undefined) throw new ApiFailure(texts.demoNoLogin(creator.email))
  const { user } = await callApi<{ user: { id: string } }>(`${webUrl}/api/users/me`, { token })

  /** What the folder was called is what an import knows a course by. */
  const find = async (importName: string) => {
    const where = { 'where[importName][equals]': importName, 'where[creator][equals]': user.id }
    const query = new URLSearchParams({ ...where, depth: '0', limit: '1' })
    const { docs } = await callApi<{ docs: Course[] }>(`${webUrl}/api/courses?${query}`, { token })
    return docs[0]
  }
  const importFrom = async (folder: string): Promise<Course> => {
    const location = join(projectRoot, 'scripts', 'demo', folder)
    const { report } = await runImport(session, env, { location, as: creator.email, isPublished: true })
    return { ...report.course, isPublished: true }
  }

  const links: DemoLink[] = []
  for (const { folder, language, username, learner } of demos) {
    const course = (await find(folder)) ?? (await importFrom(folder))
    // Its author has taken it from the learners: nobody is led to it.
    if (!course.isPublished) continue
    const bot = { courseId: course.id, name: course.title, username }
    const link = new URL(await makeDemoBot({ webUrl, emulatorUrl, token, session, ...bot }))
    link.searchParams.set('person', String(await findPerson(emulatorUrl, learner, language)))
    links.push({ language, link: link.href })
  }
  return links
}
