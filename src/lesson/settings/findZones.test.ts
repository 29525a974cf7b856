import { expect, it } from 'vitest'

import { isTimeZone } from '../../contracts/learnerSettings.ts'
import { offeredZones } from '../../contracts/timeZones.ts'
import { findZones } from './findZones.ts'
import { zoneLabel } from './zoneLabel.ts'
import { zoneNames } from './zoneNames.ts'

it.each([
  ['москва', ['Europe/Moscow']],
  ['  МОСКВА! ', ['Europe/Moscow']],
  ['санкт-петербург', ['Europe/Moscow']],
  ['Киев', ['Europe/Kiev']],
  ['New york', ['America/New_York']],
  ['Sao Paulo', ['America/Sao_Paulo']],
  ['Europe/Moscow', ['Europe/Moscow']],
  ['europe/moscow', ['Europe/Moscow']],
  ['Кишинев', ['Europe/Chisinau']],
  ['UTC+3', ['Etc/GMT-3']],
  ['+3', ['Etc/GMT-3']],
  ['gmt -5', ['Etc/GMT+5']],
  ['UTC+05:30', ['Asia/Calcutta']],
  ['UTC+0', ['Etc/GMT']],
  ['+19', []],
  ['+3:17', []],
  ['', []],
  ['а', []],
  ['Europe', []],
  ['nowhere at all', []],
  ['__proto__', []],
  ['х'.repeat(4096), []],
])('should find for %j the zones %j', (typed, zones) => {
  expect(findZones(typed)).toEqual(zones)
})

it('should offer a few when several fit', () => {
  const found = findZones('Новос')
  expect(found).toEqual(['Asia/Novosibirsk'])
  const several = findZones('Kras')
  expect(several).toContain('Asia/Krasnoyarsk')
  expect(findZones('Chi').length).toBeGreaterThan(1)
})

it('should offer zones that there are, each under a name of its own', () => {
  for (const zone of offeredZones) expect(isTimeZone(zone)).toBe(true)
  for (const locale of ['ru', 'en'] as const) {
    const labels = offeredZones.map((zone) => zoneNames[zone][locale])
    expect(new Set(labels).size).toBe(labels.length)
  }
  expect(zoneLabel('Etc/GMT-3', 'en')).toBe('UTC+3')
  expect(zoneLabel('America/Argentina/Salta', 'en')).toBe('Argentina/Salta')
})

it('should not take an offset for a name: to databases it means the opposite', () => {
  for (const name of ['+03:00', '-03:00', '', 'No/Where', 'Europe/Moscow; DROP'])
    expect(isTimeZone(name)).toBe(false)
})
