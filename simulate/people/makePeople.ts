import { createDraw, type Draw } from '../draw.ts'

const zones = [
  ...(['Europe/Moscow', 'Europe/Berlin', 'Asia/Seoul', 'America/New_York', 'Asia/Calcutta'] as const),
  ...([
    'America/Sao_Paulo',
    'Australia/Sydney',
    'Pacific/Auckland',
    'Asia/Katmandu',
    'Europe/London',
  ] as const),
] as const

export type Habits = {
  zone: (typeof zones)[number]
  /** Local hours at which they like to learn. */
  hours: number[]
  /** The chance that they learn on a day. */
  diligence: number
  /** The chance that they know an answer. */
  skill: number
  /** Days from the beginning, 0-based: when they come, and when they lose interest. */
  comesOn: number
  leavesOn: number
  /** When they block the bot, and when they come back; null: they do not. */
  blocksOn: number | null
  returnsOn: number | null
  /** Taps twice, uses a second device, writes what nobody asked for. */
  isClumsy: boolean
  /** Tells their time zone, and from when to when they want to be left alone. */
  tellsZone: boolean
  tellsQuiet: boolean
}

export type Person = { name: string; course: number; habits: Habits; draw: Draw }

const drawHabits = (draw: Draw, days: number): Habits => {
  const comesOn = Math.floor(draw.share('comes') ** 2 * days * 0.7)
  const leavesOn = draw.isSo(0.3, 'leaves') ? comesOn + 1 + draw.whole(days, 'leaves on') : days
  const blocksOn = draw.isSo(0.15, 'blocks') ? comesOn + 1 + draw.whole(10, 'blocks on') : null
  const first = 7 + draw.whole(15, 'hour')
  return {
    zone: draw.pick(zones, 'zone'),
    hours: [first, (first + 1 + draw.whole(4, 'later')) % 24],
    diligence: 0.1 + draw.share('diligence') * 0.4,
    skill: 0.35 + draw.share('skill') * 0.6,
    comesOn,
    leavesOn,
    blocksOn,
    returnsOn:
      blocksOn !== null && draw.isSo(0.7, 'returns') ? blocksOn + 2 + draw.whole(6, 'returns on') : null,
    isClumsy: draw.isSo(0.4, 'clumsy'),
    tellsZone: draw.isSo(0.5, 'tells zone'),
    tellsQuiet: draw.isSo(0.3, 'tells quiet hours'),
  }
}

/** Learners of a seed, each of them the same however many there are. */
export const makePeople = (options: {
  seed: string
  count: number
  courses: number
  days: number
}): Person[] =>
  Array.from({ length: options.count }, (_, index) => {
    const draw = createDraw(`${options.seed}|learner ${index}`)
    return {
      name: `Learner ${index}`,
      course: index % options.courses,
      habits: drawHabits(draw, options.days),
      draw,
    }
  })
