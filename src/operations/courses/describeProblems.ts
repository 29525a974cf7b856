import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { localeFrom, translate } from '../../i18n/translate.ts'
import type { GateProblem } from '../../releases/gateProblem.ts'

/** A problem as a person reads it; `href` leads to the field in the admin. */
export type DescribedProblem = Pick<GateProblem, 'code' | 'field' | 'stepId'> & {
  message: string
  href: string
}

export const describeProblems = (
  problems: GateProblem[],
  { req, courseId }: { req: PayloadRequest; courseId: string },
): DescribedProblem[] =>
  problems.map(({ code, field, stepId, values }) => {
    const page = stepId === undefined ? `${slugs.courses}/${courseId}` : `${slugs.steps}/${stepId}`
    return {
      code,
      field,
      stepId,
      message: translate(localeFrom(req.i18n?.language), `gate.${code}`, values),
      href: `/admin/collections/${page}#field-${field}`,
    }
  })
