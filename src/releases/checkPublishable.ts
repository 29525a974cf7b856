import { checkShowable } from './checkShowable.ts'
import type { ReleaseContent } from './buildReleaseContent.ts'
import { deadlineProblems } from './deadlineProblems.ts'
import { dripProblems } from './dripProblems.ts'
import type { GateProblem } from './gateProblem.ts'
import { unlockProblems } from './unlockProblems.ts'

const minTitleLength = 5
const minDescriptionLength = 20

/**
 * The publish gate: everything that is missing or too large, at once. Empty: the course can be published.
 * @param about.now ISO, product time
 */
export const checkPublishable = (
  content: ReleaseContent,
  about: { category: string | null; now: string },
): GateProblem[] => {
  const { category, now } = about
  const problems: GateProblem[] = []
  if ([...content.title].length < minTitleLength)
    problems.push({ code: 'titleTooShort', field: 'title', values: { min: minTitleLength } })
  if ([...content.description].length < minDescriptionLength)
    problems.push({
      code: 'descriptionTooShort',
      field: 'description',
      values: { min: minDescriptionLength },
    })
  if (category === null) problems.push({ code: 'categoryMissing', field: 'category', values: {} })
  return [
    ...problems,
    ...checkShowable(content),
    ...deadlineProblems(content.steps, now),
    ...unlockProblems(content.steps),
    ...dripProblems(content),
  ]
}
