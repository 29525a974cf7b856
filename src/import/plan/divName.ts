import type { Locale } from '../../contracts/locale.ts'
import { translate } from '../../i18n/translate.ts'

const named = [
  'details',
  'solution',
  'spoiler',
  'answer',
  'hint',
  'objectives',
  'questions',
  'keypoints',
  'challenge',
  'exercise',
  'prereq',
  'discussion',
  'testimonial',
  'checklist',
  'instructor',
] as const

const isNamed = (kind: string): kind is (typeof named)[number] => (named as readonly string[]).includes(kind)

/** What a frame is called that has no heading of its own, '' when the way it looks says enough. */
export const divName = (kind: string, locale: Locale): string =>
  isNamed(kind) ? translate(locale, `import.div.${kind}`) : ''
