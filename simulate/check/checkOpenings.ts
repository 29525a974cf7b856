import type { RetellOptions } from './retell/retellLearner.ts'
import { isRuleFulfilled } from './retell/isRuleFulfilled.ts'
import { dueTime, portionsOf } from './retell/scheduleOf.ts'
import type { Verdicts } from './createVerdicts.ts'

type OnTurn = NonNullable<RetellOptions['onTurn']>
type Turn = Parameters<OnTurn>[0]

/** So late nothing opens. */
const lateMs = 60_000
const late = 'nothing opens more than a minute late'

export type Openings = {
  verdicts: Verdicts
  /** By whose clock the learner lives at a moment, and since when. */
  zoneAt: (at: number) => { zone: string; since: number }
  publications: RetellOptions['publications']
}

const checkRules = ({ at, before, after, newest, where }: Turn, { verdicts, zoneAt }: Openings): void => {
  for (const { id, title, unlock } of newest.steps) {
    if (unlock === undefined || before.unlocked.has(id) || before.enrolledAt === null) continue
    const isOpenAt = (story: typeof after, moment: number) =>
      isRuleFulfilled(unlock, { story, release: newest, stepId: id, at: moment, zone: zoneAt(moment).zone })
    const isUnlocked = after.unlocked.has(id)
    verdicts.expect('steps are unlocked when their rules are fulfilled', isOpenAt(after, at) === isUnlocked, () => `${where()}: ${title} is ${isUnlocked ? '' : 'not '}unlocked`) // prettier-ignore
    verdicts.expect(late, !isOpenAt(before, at - lateMs), () => `${where()}: ${title}`)
    verdicts.expect('nothing is opened before it is unlocked', isUnlocked || !after.opened.has(id), () => `${where()}: ${title}`) // prettier-ignore
  }
}

const checkSchedule = (turn: Turn, { verdicts, zoneAt, publications }: Openings): void => {
  const { at, before, after, newest, where } = turn
  const portions = portionsOf(newest)
  const published = publications.findLast((one) => one.at <= at)?.at ?? 0
  for (const [place, { stepIds, when }] of portions.entries()) {
    const [first = ''] = stepIds
    const releasedFor = after.released.get(first)
    if (when === 'free') continue
    for (const id of stepIds)
      if (after.opened.has(id) && !before.opened.has(id))
        verdicts.expect('nothing is opened before it is released', releasedFor !== undefined, () => `${where()}: portion ${place + 1}`) // prettier-ignore
    if (before.released.has(first)) continue
    const { zone, since } = zoneAt(at)
    const due = dueTime(portions, place, after, zone)
    const isReleased = releasedFor !== undefined
    verdicts.expect(
      'schedules release what is due, and nothing else',
      isReleased ? due === releasedFor : due === null || due > at,
      () => `${where()}: portion ${place + 1} ${isReleased ? `released for ${new Date(releasedFor).toISOString()}` : 'not released'}, recomputed ${due === null ? 'never' : new Date(due).toISOString()}`, // prettier-ignore
    )
    // A new release and a new zone may say of what is long past that it is due.
    if (due !== null) verdicts.expect(late, at - Math.max(due, published, since, after.enrolledAt ?? 0) <= lateMs, () => `${where()}: portion ${place + 1}`) // prettier-ignore
  }
}

/** Holds each turn of a learner against what rules and schedules say. */
export const checkOpenings =
  (openings: Openings): OnTurn =>
  (turn) => {
    checkRules(turn, openings)
    if (turn.after.enrolledAt !== null) checkSchedule(turn, openings)
  }
