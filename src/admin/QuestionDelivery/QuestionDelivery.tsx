'use client'

import { useFormFields } from '@payloadcms/ui'

import { maxOptions, questionProblems } from '../../lesson/engine/quiz/questionProblems.ts'
import { pollLimits, questionForm } from '../../lesson/engine/quiz/questionForm.ts'
import { useMessages } from '../lib/useMessages.ts'
import { readQuestion, readSettings } from './readQuestion.ts'

type Read = { question: ReturnType<typeof readQuestion>; settings: ReturnType<typeof readSettings> }

/** Below each question: how the chat will show it, why so, and what it still lacks. */
export const QuestionDelivery = ({ path }: { path: string }) => {
  const { t, locale } = useMessages()
  const row = path.replace(/\.[^.]+$/, '')
  // As a string: equal questions must be equal, else each key in the form would render this anew.
  const written = useFormFields(([fields]) =>
    JSON.stringify({ question: readQuestion(fields, row), settings: readSettings(fields) }),
  )
  const { question, settings } = JSON.parse(written) as Read
  const { form, ...rest } = questionForm(question, { settings })
  const reasons = 'reasons' in rest ? rest.reasons : []
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const why = list.format(reasons.map((reason) => t(`question.reason.${reason}`, pollLimits)))
  const problems = questionProblems(question)
  const hasPictures = form === 'buttons' && question.options.some((option) => option.hasPicture)
  return (
    <div className="gongbu-question-delivery" role="status">
      <p>{form === 'poll' ? t('question.poll') : t(`question.${form}`, { why })}</p>
      {hasPictures && <p>{t('question.pictures')}</p>}
      {problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{t(`question.problem.${problem}`, { max: maxOptions })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
