import { firstZone } from '../time/firstZone.ts'
import type { Turn } from './turn.ts'

/** The zone by whose clock the learner lives: their own, else the course's. */
export const zoneOf = ({ settings, newest }: Pick<Turn, 'newest' | 'settings'>): string =>
  firstZone(settings.timeZone, newest.timeZone)
