import type { CourseProgress } from '../../../contracts/effects/effectParts.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'

export const progressLine = ({ done, total, percent }: CourseProgress, locale: Locale): RichText =>
  formatText(locale, 'progressLine', { done, total, percent })
