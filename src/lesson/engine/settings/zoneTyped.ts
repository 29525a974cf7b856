import { findZones } from '../../settings/findZones.ts'
import type { Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import { showSettings } from './showSettings.ts'

/** A city, zone or offset was typed where one was asked for. Asked until one is understood, or something else is done. */
export const zoneTyped = (turn: Turn, text: string | null): AdvanceResult => {
  const { asked: _asked, ...state } = turn.state
  const zones = text === null ? [] : findZones(text)
  const [zone, ...others] = zones
  const stillAsked = (candidates: string[]): Turn => ({
    ...turn,
    state: { ...state, asked: { for: 'timeZone', candidates } },
  })
  if (zone === undefined) return showSettings(stillAsked([]), { page: 'typing', note: 'zoneUnknown' })
  if (others.length > 0) return showSettings(stillAsked(zones), { page: 'candidates', candidates: zones })
  return showSettings({ ...turn, state }, { page: 'main', note: 'zone' }, { timeZone: zone })
}
