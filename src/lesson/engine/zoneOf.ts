import { firstZone } from '../time/firstZone.ts'
import type { Turn } from './turn.ts'

/** The zone by whose clock the learner lives. */
export const zoneOf = ({ settings }: Pick<Turn, 'newest' | 'settings'>): string =>
  firstZone(settings.timeZone)
