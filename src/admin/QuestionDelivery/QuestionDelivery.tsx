'use client'

import { useFormFields } from '@payloadcms/ui'

import { pollLimits, questionForm } from '../../lesson/engine/quiz/questionForm.ts'
import { questionProblems } from '../../lesson/engine/quiz/questionProblems.ts'
import { useMessages } from '../lib/useMessages.ts'
import { readQuestion } from './readQuestion.ts'

type Question = ReturnType<typeof readQuestion>

/** Below each question: how the chat will show it, why so, and what it still lacks. */
export const QuestionDelivery = ({ path }: { path: string }) => {
  const { t, locale } = useMessages()
  const row = path.replace(/\.[^.]+$/, '')
  // As a string: equal questions must be equal, else each key in the form would render this anew.
  const written = useFormFields(([fields]) => JSON.stringify(readQuestion(fields, row)))
  const question = JSON.parse(written) as Question
  const { form, ...rest } = questionForm(question)
  const reasons = 'reasons' in rest ? rest.reasons : []
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const why = list.format(reasons.map((reason) => t(`question.reason.${reason}`, pollLimits)))
  const problems = questionProblems(question)
  return (
    <div className="gongbu-question-delivery" role="status">
      <p>{form === 'poll' ? t('question.poll') : t('question.buttons', { why })}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{t(`question.problem.${problem}`)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
