import { isInvisible } from '../lesson/engine/isInvisible.ts'
import type { Course } from '../payload-types.ts'
import { checkShowable } from './checkShowable.ts'
import type { ReleaseContent } from './buildReleaseContent.ts'
import { deadlineProblems } from './deadlineProblems.ts'
import { dripProblems } from './dripProblems.ts'
import type { GateProblem } from './gateProblem.ts'
import { unlockProblems } from './unlockProblems.ts'

/** What the shop window shows beside the release. */
type Window = Pick<Course, 'category' | 'pricingModel' | 'price' | 'priceStars'>

const minTitleLength = 5
const minDescriptionLength = 20

/** From the first character that can be seen to the last one. */
const seenLength = (text: string): number => {
  const characters = [...text]
  const isSeen = (character: string) => !isInvisible(character)
  const first = characters.findIndex(isSeen)
  return first === -1 ? 0 : characters.findLastIndex(isSeen) - first + 1
}

/** Those that nobody learns in who has not paid; of `freemium` courses a part is free. */
const isPaidFirst = ({ pricingModel }: Window): boolean => ['paid', 'subscription'].includes(pricingModel)

/**
 * The publish gate: everything that is missing or too large, at once. Empty: the course can be published.
 * @param about.now ISO, product time
 */
export const checkPublishable = (content: ReleaseContent, about: Window & { now: string }): GateProblem[] => {
  const { category, price, priceStars, now } = about
  const problems: GateProblem[] = []
  if (seenLength(content.title) < minTitleLength)
    problems.push({ code: 'titleTooShort', field: 'title', values: { min: minTitleLength } })
  if (seenLength(content.description) < minDescriptionLength)
    problems.push({
      code: 'descriptionTooShort',
      field: 'description',
      values: { min: minDescriptionLength },
    })
  if (!category) problems.push({ code: 'categoryMissing', field: 'category', values: {} })
  if (isPaidFirst(about) && !price && !priceStars)
    problems.push({ code: 'priceMissing', field: 'price', values: {} })
  return [
    ...problems,
    ...checkShowable(content),
    ...deadlineProblems(content.steps, now),
    ...unlockProblems(content.steps),
    ...dripProblems(content),
  ]
}
