import type { Payload } from 'payload'

import type { Creator, platformScene } from './platformScene.ts'
import { waitFor } from './waitFor.ts'

export type Owned = { creator: Creator; courseId: string; username: string }

/** No person may own more managed bots. */
const eachOwns = 20

/** So many published courses, each with a live managed bot, of as many creators as that takes. */
export const buildFleet = async (
  scene: ReturnType<typeof platformScene>,
  payload: Payload,
  { size, titleOf }: { size: number; titleOf: (index: number) => string },
): Promise<Owned[]> => {
  const ownedFrom = async (first: number): Promise<Owned[]> => {
    const creator = await scene.createCreator()
    const owned: Owned[] = []
    for (let index = first; index < Math.min(size, first + eachOwns); index += 1) {
      const { course, request } = await scene.askedFor(creator, titleOf(index), ['One'])
      const username = request?.suggestedUsername ?? ''
      await scene.makeBot(creator.personId, username)
      owned.push({ creator, courseId: course.id, username })
    }
    return owned
  }
  const firsts = Array.from({ length: Math.ceil(size / eachOwns) }, (_, index) => index * eachOwns)
  const fleet = (await Promise.all(firsts.map(ownedFrom))).flat()
  await waitFor(
    'all bots to be live',
    async () =>
      (await payload.count({ collection: 'bots', where: { state: { equals: 'live' } } })).totalDocs === size,
    120_000,
  )
  return fleet
}
