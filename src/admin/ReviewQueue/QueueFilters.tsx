'use client'

import { useId, type RefObject } from 'react'

import { submissionStatuses } from '../../contracts/submission.ts'
import type { Queue } from '../../operations/assignments/listQueue.ts'
import { Choice } from '../Choice/Choice.tsx'
import { useMessages } from '../lib/useMessages.ts'
import type { Filters } from './useQueue.ts'

/** Which works are shown. */
export const QueueFilters = (props: {
  filters: Filters
  courses: Queue['courses']
  firstRef: RefObject<HTMLSelectElement | null>
  onChange: (filters: Filters) => void
}) => {
  const { filters, courses, firstRef, onChange } = props
  const { t } = useMessages()
  const learnerId = useId()
  const any = { value: '', label: t('reviews.filter.any') }
  const set = (changes: Partial<Filters>) => onChange({ ...filters, page: 1, ...changes })
  const steps = courses.find(({ id }) => id === filters.course)?.steps ?? []
  return (
    <div className="gongbu-reviews__filters" role="search" aria-label={t('reviews.filters')}>
      <Choice
        className="gongbu-reviews__filter"
        label={t('reviews.filter.course')}
        value={filters.course}
        inputRef={firstRef}
        options={[
          any,
          ...courses.map(({ id, title, waiting }) => ({
            value: id,
            label: waiting === 0 ? title : t('reviews.courseWaiting', { title, waiting }),
          })),
        ]}
        onChange={(course) => set({ course, step: '' })}
      />
      {steps.length > 1 && (
        <Choice
          className="gongbu-reviews__filter"
          label={t('reviews.filter.step')}
          value={filters.step}
          options={[any, ...steps.map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={(step) => set({ step })}
        />
      )}
      <Choice
        className="gongbu-reviews__filter"
        label={t('reviews.filter.status')}
        value={filters.status}
        options={[
          any,
          ...submissionStatuses.map((value) => ({ value, label: t(`reviews.status.${value}`) })),
        ]}
        onChange={(status) => set({ status })}
      />
      <Choice
        className="gongbu-reviews__filter"
        label={t('reviews.filter.claimed')}
        value={filters.claimed}
        options={[
          any,
          ...(['mine', 'others', 'free'] as const).map((value) => ({
            value,
            label: t(`reviews.claimed.${value}`),
          })),
        ]}
        onChange={(claimed) => set({ claimed })}
      />
      <Choice
        className="gongbu-reviews__filter"
        label={t('reviews.filter.late')}
        value={filters.isLate}
        options={[
          any,
          { value: 'true', label: t('reviews.filter.yes') },
          { value: 'false', label: t('reviews.filter.no') },
        ]}
        onChange={(isLate) => set({ isLate })}
      />
      <div className="gongbu-reviews__filter">
        <label htmlFor={learnerId}>{t('reviews.filter.learner')}</label>
        <input
          id={learnerId}
          className="gongbu-input"
          type="search"
          maxLength={100}
          value={filters.learner}
          onChange={(event) => set({ learner: event.target.value })}
        />
      </div>
    </div>
  )
}
