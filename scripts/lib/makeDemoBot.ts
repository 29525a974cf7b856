import { setTimeout as sleep } from 'node:timers/promises'
import { ApiFailure, callApi } from './callApi.ts'
import { findPerson } from './findPerson.ts'
import type { Session } from './runCommand.ts'
import { texts } from './texts.mjs'

const LIVE_WITHIN_MS = 60_000
const creatorName = 'Gongbu'

interface CourseBot {
  state: string
  link: string | null
  canRequest: boolean
  isLinked: boolean
  problem: { message: string } | null
  request: { suggestedUsername: string } | null
}

interface DemoBotOptions {
  webUrl: string
  emulatorUrl: string
  /** The creator's session. */
  token: string
  courseId: string
  name: string
  username: string
  session: Session
}

/**
 * Plays the creator's taps in Telegram: links the account, asks for a bot and makes it with the link. What the
 * course has already is left as it is.
 *
 * @returns where a learner opens the course
 */
export async function makeDemoBot(options: DemoBotOptions): Promise<string> {
  const { webUrl, emulatorUrl, token, courseId, name, username } = options
  const api = `${webUrl}/api`
  const post = <T>(url: string, body: unknown = {}) => callApi<T>(url, { method: 'POST', token, body })
  const readBot = () => callApi<CourseBot>(`${api}/courses/${courseId}/bot`, { token })
  const until = (isDone: (bot: CourseBot) => boolean) => waitUntil(readBot, isDone, options.session)

  const bot = await until(({ canRequest, link }) => canRequest || link !== null)
  // Its author may have paused it, or has to see to it: that is no reason to wait.
  if (bot.link !== null) return bot.link
  const person = await findPerson(emulatorUrl, creatorName, 'ru')
  if (!bot.isLinked) {
    const { link } = await post<{ link: string }>(`${api}/users/me/telegram-link`)
    const payload = new URL(link).searchParams.get('start') ?? ''
    const manager = new URL(link).searchParams.get('bot') ?? ''
    await post(`${emulatorUrl}/emulator/chats/${manager}/${person}/send`, { text: `/start ${payload}` })
    await until(({ isLinked }) => isLinked)
  }
  await post(`${api}/courses/${courseId}/bot/request`)
  const manager = (await callApi<{ username: string }>(`${api}/globals/platform`, { token })).username
  const free = await freeUsername(emulatorUrl, username)
  await post(`${emulatorUrl}/emulator/managed-bots`, { manager, person, username: free, name })
  return (await until(({ state, link }) => state === 'live' && link !== null)).link ?? ''
}

/** A bot that was let go by its course keeps its name. */
async function freeUsername(emulatorUrl: string, wished: string): Promise<string> {
  const bots = await callApi<{ username: string }[]>(`${emulatorUrl}/emulator/bots`)
  const taken = new Set(bots.map((bot) => bot.username.toLowerCase()))
  const others = Array.from({ length: 99 }, (_, index) => wished.replace(/bot$/, `${index + 2}_bot`))
  return [wished, ...others].find((name) => !taken.has(name)) ?? wished
}

async function waitUntil(
  readBot: () => Promise<CourseBot>,
  isDone: (bot: CourseBot) => boolean,
  session: Session,
): Promise<CourseBot> {
  const deadline = Date.now() + LIVE_WITHIN_MS
  for (;;) {
    const bot = await readBot()
    if (isDone(bot)) return bot
    session.throwIfStopping()
    if (Date.now() > deadline) throw new ApiFailure(texts.demoNotLive(bot.state, bot.problem?.message ?? ''))
    await sleep(200)
  }
}
