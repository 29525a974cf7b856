'use client'

import { Link } from '@payloadcms/ui'
import type { MouseEvent } from 'react'

import type { DescribedProblem } from '../../operations/courses/describeProblems.ts'
import { focusField } from '../lib/focusField.ts'
import { useMessages } from '../lib/useMessages.ts'

/** Every problem at once, each a link to where it is mended. */
export const ProblemsList = ({ problems, title }: { problems: DescribedProblem[]; title?: string }) => {
  const { t } = useMessages()
  if (problems.length === 0) return null
  const stayHere = (event: MouseEvent, field: string) => {
    event.preventDefault()
    focusField(field)
  }
  return (
    <div className="gongbu-panel__problems" role="status">
      <p>{title ?? t('publish.problems')}</p>
      <ul>
        {problems.map(({ code, field, stepId, message, href }) => (
          <li key={`${stepId ?? ''}${field}${code}`}>
            {stepId === undefined ? (
              <a href={href} onClick={(event) => stayHere(event, field)}>
                {message}
              </a>
            ) : (
              <Link href={href}>{message}</Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
