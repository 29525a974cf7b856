import fc from 'fast-check'

import { settingChoices, type SettingChoice } from '../../contracts/settingChoices.ts'

/** Buttons that are about the learner and not about the lessons. */
export type AsideTap =
  | { action: 'set'; choice: SettingChoice }
  | { action: 'rate'; option: number }
  | { action: 'skip' }
  /** Whoever confirms it is gone: that is no story. */
  | { action: 'erase'; stage: 'ask' | 'keep' }

export const asideTap: fc.Arbitrary<AsideTap> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      action: fc.constant('set' as const),
      choice: fc.constantFrom<SettingChoice>(...settingChoices, 'typeZone', 'candidate0'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ action: fc.constant('rate' as const), option: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.constant({ action: 'skip' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      action: fc.constant('erase' as const),
      stage: fc.constantFrom('ask' as const, 'keep' as const),
    }),
  },
)
