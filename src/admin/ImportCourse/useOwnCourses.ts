'use client'

import { toast } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { requestApi } from '../lib/requestApi.ts'

const query = new URLSearchParams({
  depth: '0',
  limit: '500',
  sort: 'title',
  'select[title]': 'true',
  'where[isArchived][not_equals]': 'true',
})

/** The courses that the person may change, as options of a choice. */
export const useOwnCourses = (locale: string) => {
  const [courses, setCourses] = useState<{ value: string; label: string }[]>([])
  useEffect(() => {
    const abort = new AbortController()
    requestApi<{ docs: { id: string; title: string }[] }>('GET', `courses?${query}`, {
      locale,
      signal: abort.signal,
    }).then(
      ({ docs }) => setCourses(docs.map(({ id, title }) => ({ value: id, label: title }))),
      (error: Error) => {
        if (!abort.signal.aborted) toast.error(error.message)
      },
    )
    return () => abort.abort()
  }, [locale])
  return courses
}
