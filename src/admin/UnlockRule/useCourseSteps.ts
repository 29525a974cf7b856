'use client'

import { useEffect, useState } from 'react'

import { stepOrderField } from '../../operations/courses/stepOrderField.ts'
import { requestApi } from '../lib/requestApi.ts'

export type PickedStep = { id: string; title: string; stepType: string; index: number | null }
export type RuleCourse = { steps: PickedStep[]; timeZone: string }

type Row = { id: string; title: string; stepType: string; deletedAt?: string | null }

const loadCourse = async (courseId: string, locale: string, signal: AbortSignal): Promise<RuleCourse> => {
  const query = new URLSearchParams({
    ...{ 'where[course][equals]': courseId, sort: `${stepOrderField},id`, limit: '0', depth: '0' },
    // Removed ones too: rules may still name them.
    ...{ trash: 'true', pagination: 'false' },
    ...{ 'select[title]': 'true', 'select[stepType]': 'true', 'select[deletedAt]': 'true' },
  })
  const options = { locale, signal }
  const [{ docs }, { timeZone }] = await Promise.all([
    requestApi<{ docs: Row[] }>('GET', `steps?${query.toString()}`, options),
    requestApi<{ timeZone?: string | null }>('GET', `courses/${courseId}?depth=0&joins=false`, options),
  ])
  let count = 0
  const steps = docs.map(({ id, title, stepType, deletedAt }) => ({
    ...{ id, title, stepType },
    index: deletedAt ? null : (count += 1),
  }))
  return { steps, timeZone: timeZone || 'UTC' }
}

/** The steps of a course, in its order, and its time zone; undefined until they are there. */
export const useCourseSteps = (courseId: string | null, locale: string) => {
  const [course, setCourse] = useState<RuleCourse>()
  const [error, setError] = useState('')
  useEffect(() => {
    if (courseId === null) return
    const abort = new AbortController()
    loadCourse(courseId, locale, abort.signal).then(
      (loaded) => {
        setCourse(loaded)
        setError('')
      },
      (refusal: Error) => {
        if (!abort.signal.aborted) setError(refusal.message)
      },
    )
    return () => abort.abort()
  }, [courseId, locale])
  return { course, error }
}
