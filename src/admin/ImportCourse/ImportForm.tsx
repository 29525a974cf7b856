'use client'

import { Button, CheckboxInput, SelectInput } from '@payloadcms/ui'
import { useId } from 'react'

import { useMessages } from '../lib/useMessages.ts'
import { FileChoice } from './FileChoice.tsx'
import { useOwnCourses } from './useOwnCourses.ts'

export const noChoice = {
  file: null as File | null,
  courseId: '',
  isPublished: false,
  isLenient: false,
}
type Choice = typeof noChoice

const formOf = ({ file, courseId, isPublished, isLenient }: Choice): FormData => {
  const form = new FormData()
  form.set('courseId', courseId)
  form.set('isPublished', String(isPublished))
  form.set('isLenient', String(isLenient))
  if (file) form.set('file', file)
  return form
}

export const ImportForm = (props: {
  choice: Choice
  onChange: (choice: Choice) => void
  onStart: (form: FormData) => void
}) => {
  const { choice, onChange, onStart } = props
  const { t, locale } = useMessages()
  const id = useId()
  const courses = useOwnCourses(locale)
  const set = (change: Partial<Choice>) => onChange({ ...choice, ...change })
  return (
    <form
      className="gongbu-import__panel"
      onSubmit={(event) => {
        event.preventDefault()
        onStart(formOf(choice))
      }}
    >
      <p>{t('import.about')}</p>
      <FileChoice file={choice.file} onChoose={(file) => set({ file })} />
      <SelectInput
        name={`${id}course`}
        path={`${id}course`}
        label={t('import.into')}
        placeholder={t('import.into.new')}
        options={courses}
        value={choice.courseId}
        onChange={(option) =>
          set({ courseId: String((Array.isArray(option) ? option[0] : option)?.value ?? '') })
        }
      />
      <CheckboxInput
        id={`${id}publish`}
        label={t('import.publish')}
        checked={choice.isPublished}
        onToggle={() => set({ isPublished: !choice.isPublished })}
      />
      <CheckboxInput
        id={`${id}lenient`}
        label={t('import.lenient')}
        checked={choice.isLenient}
        onToggle={() => set({ isLenient: !choice.isLenient })}
      />
      <div className="gongbu-panel__actions">
        <Button type="submit" size="medium" margin={false} disabled={choice.file === null}>
          {t('import.start')}
        </Button>
      </div>
    </form>
  )
}
