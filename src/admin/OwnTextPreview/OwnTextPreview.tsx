'use client'

import { useFormFields } from '@payloadcms/ui'

import type { Locale } from '../../contracts/locale.ts'
import type { OwnTextKey } from '../../contracts/ownTexts.ts'
import { translate } from '../../i18n/translate.ts'
import { describeOwnTextProblem } from '../../lesson/ownTexts/describeOwnTextProblem.ts'
import { fillOwnText } from '../../lesson/ownTexts/fillOwnText.ts'
import { ownTextProblem } from '../../lesson/ownTexts/ownTextProblem.ts'
import { useMessages } from '../lib/useMessages.ts'

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Below a text of the creator's own: what is wrong with it, or how a learner would read it. */
export const OwnTextPreview = ({ textKey, locale }: { textKey: OwnTextKey; locale: Locale }) => {
  const { t } = useMessages()
  const written = useFormFields(([fields]) => asText(fields[`texts.${locale}.${textKey}`]?.value))
  const title = useFormFields(([fields]) => asText(fields.title?.value))
  const description = useFormFields(([fields]) => asText(fields.description?.value))
  const minutes = useFormFields(([fields]) => fields.estimatedDuration?.value)
  const steps = useFormFields(([fields]) => fields.steps?.value)
  if (written === '') return null
  const problem = ownTextProblem(textKey, written, { title, description })
  if (problem !== null)
    return (
      <div className="gongbu-own-text" role="status">
        <p className="gongbu-own-text__problem">{describeOwnTextProblem(problem, t)}</p>
      </div>
    )
  const count = (steps as { docs?: unknown[] } | undefined)?.docs?.length ?? 0
  const name = translate(locale, 'ownText.sampleName')
  const m = typeof minutes === 'number' ? minutes : null
  const rating = new Intl.NumberFormat(locale).format(4.8)
  return (
    <div className="gongbu-own-text" role="status">
      <p className="gongbu-own-text__label">{t('ownText.preview')}</p>
      <p className="gongbu-own-text__message">
        {fillOwnText(written, { title, description, n: count, m, r: rating, name })}
      </p>
    </div>
  )
}
