import type { Locale } from '../../../../src/contracts/locale.ts'
import { en, type ReviewTexts } from './en.ts'
import { ru } from './ru.ts'

export const reviewTexts: Record<Locale, ReviewTexts> = { ru, en }
