'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { LearnerStepState, OverrideRequest } from '../../contracts/learnerSteps.ts'
import { lockText } from '../../lesson/render/rules/lockText.ts'
import { formatMoment } from '../../lesson/render/texts/formatMoment.ts'
import { MomentEntry } from '../Drip/MomentEntry.tsx'
import { useMessages } from '../lib/useMessages.ts'

const signs = { done: '✅', open: '🔓', locked: '🔒', hidden: '👁' } as const

/** A step of a learner: whether it is open, until when it is not, and letting it open. */
export const LearnerStep = (props: {
  step: LearnerStepState
  timeZone: string
  canSet: boolean
  isBusy: boolean
  onSet: (opensAt: OverrideRequest['opensAt']) => Promise<void>
}) => {
  const { step, timeZone, canSet, isBusy, onSet } = props
  const { t, locale } = useMessages()
  const [date, setDate] = useState<string | null>(null)
  const { title, section, mark, lock, override } = step
  const isClosed = mark === 'locked' || mark === 'hidden'
  const why = () => {
    if (override !== null)
      return t('learnerSteps.override', { date: formatMoment(locale, override, timeZone) })
    return lock === null ? t('learnerSteps.inOrder') : lockText(lock, 'sentence', locale)
  }
  const button = (text: string, onClick: () => void, isDisabled = false) => (
    <Button
      buttonStyle="secondary"
      size="small"
      margin={false}
      disabled={isBusy || isDisabled}
      aria-label={`${text}: ${title}`}
      onClick={onClick}
    >
      {text}
    </Button>
  )
  const set = (opensAt: OverrideRequest['opensAt']) => void onSet(opensAt).then(() => setDate(null))
  return (
    <li className="gongbu-learner-steps__step">
      <div className="gongbu-learner-steps__what">
        <span className="gongbu-learner-steps__name">
          <span role="img" aria-label={t(`learnerSteps.mark.${mark}`)} title={t(`learnerSteps.mark.${mark}`)}>
            {signs[mark]}
          </span>{' '}
          {title}
        </span>
        {section !== null && <span className="gongbu-learner-steps__hint">{section}</span>}
        {isClosed && <span className="gongbu-learner-steps__hint">{why()}</span>}
      </div>
      {isClosed && canSet && (
        <div className="gongbu-learner-steps__actions">
          {button(t('learnerSteps.openNow'), () => set('now'))}
          {date === null && button(t('learnerSteps.setDate'), () => setDate(override ?? ''))}
          {override !== null && button(t('learnerSteps.giveBack'), () => set(null))}
          {date !== null && (
            <div className="gongbu-learner-steps__date">
              <MomentEntry
                label={t('unlock.date.at', { zone: timeZone.replaceAll('_', ' ') })}
                value={date}
                timeZone={timeZone}
                isInvalid={false}
                onChange={setDate}
              />
              {button(t('learnerSteps.saveDate'), () => set(date), date === '')}
              {button(t('learnerSteps.cancel'), () => setDate(null))}
            </div>
          )}
        </div>
      )}
    </li>
  )
}
