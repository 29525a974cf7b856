import type { SimulatedStack } from '../stack/startStack.ts'
import type { TaughtCourse } from '../stack/teachCourse.ts'
import type { Chats } from '../world/createChats.ts'
import type { Time } from '../world/createTime.ts'
import type { UpdateCount } from '../world/createUpdateCount.ts'
import { act } from './act.ts'
import { decide, type Knowledge } from './decide.ts'
import type { Deed } from './deed.ts'
import type { Person } from './makePeople.ts'
import { createMemory, type Memory } from './memory.ts'
import { noteLife } from './noteLife.ts'
import type { Session } from './planSessions.ts'

const longestSitting = 11

type Learner = { person: Person; personId: number; bot: string; memory: Memory; knowledge: () => Knowledge }

export type Disturb = (during: { round: number; acting: number }) => Promise<void>

/** Everybody who learns: they act in rounds, all who sit down in an hour together, each one deed after the other. */
export const createLearners = (options: {
  stack: Pick<SimulatedStack, 'emulator'>
  people: readonly Person[]
  courses: readonly TaughtCourse[]
  knowledge: (course: TaughtCourse) => Knowledge
  chats: Chats
  updates: UpdateCount
  time: Time
}) => {
  const { stack, people, courses, knowledge, chats, updates, time } = options
  const known = new Map<number, Learner>()
  const refused: string[] = []
  let deeds = 0

  const learnerOf = async (index: number): Promise<Learner> => {
    const found = known.get(index)
    if (found !== undefined) return found
    const person = people[index]
    const course = courses[person?.course ?? 0]
    if (person === undefined || course === undefined) throw new Error(`there is no learner ${index}`)
    const { id } = await stack.emulator.createPerson({ first_name: person.name, language_code: 'en' })
    const learner = {
      ...{ person, personId: id, bot: course.plan.username, memory: createMemory() },
      knowledge: () => knowledge(course),
    }
    known.set(index, learner)
    return learner
  }

  const perform = async (learner: Learner, deed: Deed): Promise<void> => {
    const { bot, personId, memory } = learner
    memory.deeds += 1
    memory.deedsNow += 1
    deeds += 1
    noteLife(memory.life, learner.person, deed, time.now())
    const onRefused = (why: string) => refused.push(`${learner.person.name}: ${why}`)
    await act(stack, { bot, personId, deed, updates, onRefused })
  }

  const nextDeed = (learner: Learner): Deed | null => {
    const { bot, personId, memory, person } = learner
    const most = 3 + person.draw.whole(longestSitting, 'sitting', memory.sittings)
    if (memory.deedsNow >= most) return null
    return decide(chats.of(bot, personId), { person, memory, knowledge: learner.knowledge() })
  }

  return {
    known,
    refused,
    deeds: () => deeds,
    /** By their ids in Telegram. */
    lives: () => new Map([...known.values()].map(({ personId, memory }) => [personId, memory.life] as const)),
    /** All who sit down now, until the last of them stands up. @param disturb goes on while so many act in a round */
    sit: async (sessions: readonly Session[], disturb: Disturb): Promise<void> => {
      let active: Learner[] = []
      for (const { person, what } of sessions) {
        const learner = await learnerOf(person)
        Object.assign(learner.memory, {
          deedsNow: 0,
          hasResumed: false,
          sittings: learner.memory.sittings + 1,
        })
        if (what === 'block') await perform(learner, { type: 'block' })
        else active.push(learner)
        if (what === 'return') {
          await perform(learner, { type: 'unblock' })
          await time.settle(true)
          await perform(learner, { type: 'send', message: '/start' })
        }
      }
      await time.settle(true)
      for (let round = 0; ; round++) {
        const wishes = active.map((learner) => ({ learner, deed: nextDeed(learner) }))
        const acting = wishes.flatMap(({ learner, deed }) => (deed === null ? [] : [{ learner, deed }]))
        if (acting.length === 0) return
        await Promise.all([
          ...acting.map(({ learner, deed }) => perform(learner, deed)),
          disturb({ round, acting: acting.length }),
        ])
        await time.settle(true)
        active = acting.map(({ learner }) => learner)
      }
    },
  }
}

export type Learners = ReturnType<typeof createLearners>
