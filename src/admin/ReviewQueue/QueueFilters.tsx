'use client'

import { useId, type RefObject } from 'react'

import { submissionStatuses } from '../../contracts/submission.ts'
import type { Queue } from '../../operations/assignments/listQueue.ts'
import { useMessages } from '../lib/useMessages.ts'
import type { Filters } from './useQueue.ts'

type Option = { value: string; label: string }

const Choice = (props: {
  label: string
  value: string
  options: Option[]
  any: string
  onChange: (value: string) => void
  inputRef?: RefObject<HTMLSelectElement | null>
}) => {
  const { label, value, options, any, onChange, inputRef } = props
  const id = useId()
  return (
    <div className="gongbu-reviews__filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} ref={inputRef} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

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
  const any = t('reviews.filter.any')
  const set = (changes: Partial<Filters>) => onChange({ ...filters, page: 1, ...changes })
  const steps = courses.find(({ id }) => id === filters.course)?.steps ?? []
  return (
    <div className="gongbu-reviews__filters" role="search" aria-label={t('reviews.filters')}>
      <Choice
        label={t('reviews.filter.course')}
        value={filters.course}
        any={any}
        inputRef={firstRef}
        options={courses.map(({ id, title, waiting }) => ({
          value: id,
          label: waiting === 0 ? title : t('reviews.courseWaiting', { title, waiting }),
        }))}
        onChange={(course) => set({ course, step: '' })}
      />
      {steps.length > 1 && (
        <Choice
          label={t('reviews.filter.step')}
          value={filters.step}
          any={any}
          options={steps.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(step) => set({ step })}
        />
      )}
      <Choice
        label={t('reviews.filter.status')}
        value={filters.status}
        any={any}
        options={submissionStatuses.map((value) => ({ value, label: t(`reviews.status.${value}`) }))}
        onChange={(status) => set({ status })}
      />
      <Choice
        label={t('reviews.filter.claimed')}
        value={filters.claimed}
        any={any}
        options={(['mine', 'others', 'free'] as const).map((value) => ({
          value,
          label: t(`reviews.claimed.${value}`),
        }))}
        onChange={(claimed) => set({ claimed })}
      />
      <Choice
        label={t('reviews.filter.late')}
        value={filters.isLate}
        any={any}
        options={[
          { value: 'true', label: t('reviews.filter.yes') },
          { value: 'false', label: t('reviews.filter.no') },
        ]}
        onChange={(isLate) => set({ isLate })}
      />
      <div className="gongbu-reviews__filter">
        <label htmlFor={learnerId}>{t('reviews.filter.learner')}</label>
        <input
          id={learnerId}
          type="search"
          maxLength={100}
          value={filters.learner}
          onChange={(event) => set({ learner: event.target.value })}
        />
      </div>
    </div>
  )
}
