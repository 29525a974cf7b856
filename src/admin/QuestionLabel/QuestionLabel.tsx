'use client'

import { useRowLabel } from '@payloadcms/ui'

import type { Step } from '../../payload-types.ts'
import { useMessages } from '../lib/useMessages.ts'

type Question = NonNullable<NonNullable<Step['quiz']>['questions']>[number]

/** The head of a question in the editor: its number and its words. */
export const QuestionLabel = () => {
  const { data, rowNumber = 0 } = useRowLabel<Partial<Question>>()
  const { t } = useMessages()
  const kind = data.blockType ?? 'single'
  const text = data.text?.trim() || t(`label.question.${kind}`)
  return (
    <span className="gongbu-question-label">{t('question.numbered', { number: rowNumber + 1, text })}</span>
  )
}
