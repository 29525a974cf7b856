import type { Locale } from '../../../../src/contracts/locale.ts'
import { en, type PlatformTexts } from './en.ts'
import { ru } from './ru.ts'

export const platformTexts: Record<Locale, PlatformTexts> = { ru, en }
