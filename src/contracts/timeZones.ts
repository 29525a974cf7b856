/** Zones that buttons offer, by region. What is not here can be typed. */
export const zonesByRegion = {
  russia: [
    'Europe/Kaliningrad',
    'Europe/Moscow',
    'Europe/Samara',
    'Asia/Yekaterinburg',
    'Asia/Omsk',
    'Asia/Novosibirsk',
    'Asia/Krasnoyarsk',
    'Asia/Irkutsk',
    'Asia/Yakutsk',
    'Asia/Vladivostok',
    'Asia/Magadan',
    'Asia/Kamchatka',
  ],
  europe: [
    'Europe/Minsk',
    'Europe/Kiev',
    'Europe/Chisinau',
    'Europe/London',
    'Europe/Lisbon',
    'Europe/Madrid',
    'Europe/Paris',
    'Europe/Berlin',
    'Europe/Warsaw',
    'Europe/Rome',
    'Europe/Athens',
    'Europe/Istanbul',
  ],
  asia: [
    'Asia/Tbilisi',
    'Asia/Yerevan',
    'Asia/Baku',
    'Asia/Jerusalem',
    'Asia/Dubai',
    'Asia/Tashkent',
    'Asia/Almaty',
    'Asia/Bishkek',
    'Asia/Calcutta',
    'Asia/Bangkok',
    'Asia/Shanghai',
    'Asia/Seoul',
    'Asia/Tokyo',
  ],
  america: [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Toronto',
    'America/Mexico_City',
    'America/Bogota',
    'America/Buenos_Aires',
    'America/Sao_Paulo',
  ],
  africa: ['Africa/Cairo', 'Africa/Lagos', 'Africa/Nairobi', 'Africa/Johannesburg', 'Africa/Casablanca'],
  pacific: ['Australia/Perth', 'Australia/Sydney', 'Pacific/Auckland', 'Pacific/Honolulu'],
} as const

export type Region = keyof typeof zonesByRegion
export type OfferedZone = (typeof zonesByRegion)[Region][number]

export const regions = Object.keys(zonesByRegion) as [Region, ...Region[]]
export const offeredZones: readonly OfferedZone[] = Object.values(zonesByRegion).flat()
