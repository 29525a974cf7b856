'use client'

import type { DescribedProblem } from '../../operations/courses/describeProblems.ts'
import { useMessages } from '../lib/useMessages.ts'

/** Every problem at once, each a link to where it is mended. */
export const ProblemsList = ({ problems }: { problems: DescribedProblem[] }) => {
  const { t } = useMessages()
  if (problems.length === 0) return null
  return (
    <div className="gongbu-panel__problems" role="alert">
      <p>{t('publish.problems')}</p>
      <ul>
        {problems.map(({ code, field, stepId, message, href }) => (
          <li key={`${stepId ?? ''}${field}${code}`}>
            <a href={href}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
