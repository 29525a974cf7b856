import type { PlannedCourse, PlannedStep } from '../plan/types.ts'
import { waitFor } from '../../tests/helpers/waitFor.ts'
import type { SimulatedStack } from './startStack.ts'

type Made = { doc: { id: string } }
type Stack = Pick<SimulatedStack, 'creator' | 'emulator'>

/** Makes steps in their order, and then the rules that name them. @param ids of the steps there are, by key */
export const makeSteps = async (
  { creator }: Pick<Stack, 'creator'>,
  options: { courseId: string; steps: readonly PlannedStep[]; ids: Map<string, string> },
): Promise<void> => {
  const { courseId, steps, ids } = options
  for (const { key, fields } of steps) {
    const { doc } = await creator.post<Made>('/steps', { ...fields, course: courseId })
    ids.set(key, doc.id)
  }
  for (const { key, rule } of steps)
    if (rule)
      await creator.patch(`/steps/${ids.get(key)}`, { unlockConditions: rule((of) => ids.get(of) ?? '') })
}

/** The author opens the bot with the link of the course's panel, and it teaches. */
const openBot = async ({ creator, emulator }: Stack, courseId: string, username: string): Promise<void> => {
  const path = `/courses/${courseId}/bot`
  const until = (state: string) =>
    waitFor(
      `@${username} to be ${state}`,
      async () => {
        const bot = await creator.get<{ state: string }>(path)
        return bot.state === state
      },
      60_000,
    )
  const { token } = await emulator.createBot({ username, name: username })
  await creator.post(path, { token })
  await until('unproven')
  const { user } = await creator.get<{ user: { telegramId?: number | null } }>('/users/me')
  const person = user.telegramId ?? (await emulator.createPerson({ first_name: 'Author' })).id
  const { link } = await creator.post<{ link: string }>(`${path}/proof`)
  await emulator.start(username, person, new URL(link).searchParams.get('start') ?? '')
  await until('live')
}

export type TaughtCourse = {
  plan: PlannedCourse
  id: string
  /** Of its steps, by key. */
  ids: Map<string, string>
  /** Its releases, the earliest first. */
  publications: { at: number; releaseId: string }[]
}

/** Makes a course as its author would, publishes it, and gives it a bot. */
export const teachCourse = async (stack: Stack, plan: PlannedCourse): Promise<TaughtCourse> => {
  const { creator } = stack
  const { doc } = await creator.post<Made>('/courses', plan.fields)
  const ids = new Map<string, string>()
  await makeSteps(stack, { courseId: doc.id, steps: plan.steps, ids })
  const { release } = await creator.post<{ release: { id: string } }>(`/courses/${doc.id}/publish`)
  await openBot(stack, doc.id, plan.username)
  return { plan, id: doc.id, ids, publications: [{ at: 0, releaseId: release.id }] }
}
