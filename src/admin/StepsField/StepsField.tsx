'use client'

import { JoinField, useDocumentEvents } from '@payloadcms/ui'
import type { JoinFieldClientProps } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { courseChanged } from '../lib/courseChanged.ts'
import { useStepsChanged } from '../lib/useStepsChanged.ts'

/**
 * The course's steps in their order. Payload puts a step that was made in the drawer at the top of the
 * table although its place is at the end: the table is made anew then.
 */
export const StepsField = (props: JoinFieldClientProps) => {
  const { mostRecentUpdate } = useDocumentEvents()
  useStepsChanged(courseChanged.announce)
  const isNewStep = mostRecentUpdate?.entitySlug === slugs.steps && mostRecentUpdate.operation === 'create'
  return <JoinField {...props} key={isNewStep ? mostRecentUpdate.id : undefined} />
}
