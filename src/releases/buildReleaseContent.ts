import { locales } from '../contracts/locale.ts'
import type { MediaFile } from '../contracts/mediaFile.ts'
import { ownTextKeys, type OwnTexts } from '../contracts/ownTexts.ts'
import { readCourseDrip } from '../lesson/engine/drip/readDrip.ts'
import type { CourseDrip } from '../lesson/engine/drip/schedule.ts'
import type { BotProfile, Release } from '../lesson/engine/release.ts'
import type { Course, Step } from '../payload-types.ts'
import { idOf } from '../operations/idOf.ts'
import { buildReleaseStep } from './buildReleaseStep.ts'
import { remindersOf } from './remindersOf.ts'

/** What a release keeps of a course; its id and number are the row's. */
export type ReleaseContent = Omit<Release, 'id' | 'number'>

/** Nothing at all when the author chose nothing, so that releases of before bots had profiles stay the same. */
const profileOf = ({ thumbnail, botTexts }: Course): { profile?: BotProfile } => {
  const texts = locales.flatMap((locale) => {
    const { name, description, shortDescription } = botTexts?.[locale] ?? {}
    const written = [name, description, shortDescription].map((text) => (text ?? '').trim())
    const [ownName = '', ownDescription = '', ownShort = ''] = written
    return written.every((text) => text === '')
      ? []
      : [[locale, { name: ownName, description: ownDescription, shortDescription: ownShort }] as const]
  })
  const pictureId = idOf(thumbnail)
  return pictureId === null && texts.length === 0
    ? {}
    : { profile: { pictureId, texts: Object.fromEntries(texts) } }
}

const textsOf = ({ texts }: Course): { texts?: OwnTexts } => {
  const own = locales.flatMap((locale) => {
    const written = ownTextKeys.flatMap((key) => {
      const text = (texts?.[locale]?.[key] ?? '').trim()
      return text === '' ? [] : [[key, text] as const]
    })
    return written.length === 0 ? [] : [[locale, Object.fromEntries(written)] as const]
  })
  return own.length === 0 ? {} : { texts: Object.fromEntries(own) }
}

/** Nothing at all when there is no schedule, so that releases of before there were schedules stay the same. */
const dripOf = (course: Course): { drip?: CourseDrip } => {
  const drip = readCourseDrip(course.drip)
  return drip === null ? {} : { drip }
}

/**
 * @param steps in the course's order, without trashed ones
 * @param media all files that the steps and the bot's profile use, by id
 */
export const buildReleaseContent = (
  course: Course,
  steps: Step[],
  media: Record<string, MediaFile>,
): ReleaseContent => ({
  courseId: course.id,
  title: course.title.trim(),
  description: (course.description ?? '').trim(),
  language: course.language,
  estimatedDuration: course.estimatedDuration ?? null,
  isProtected: course.isProtected ?? false,
  ...profileOf(course),
  ...(course.timeZone ? { timeZone: course.timeZone } : {}),
  ...dripOf(course),
  ...textsOf(course),
  ...remindersOf(course),
  steps: steps.map(buildReleaseStep),
  media,
})
