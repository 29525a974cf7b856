'use client'

import type { CourseBotState } from '../../operations/bots/describeCourseBot.ts'
import { useMessages } from '../lib/useMessages.ts'

const steps = ['asked', 'tap', 'settingUp', 'live'] as const

/** How many steps are behind; null: the bot is past them, or in trouble. */
const doneOf = ({ state, request }: CourseBotState): number | null => {
  if (request !== null && !request.isExpired) return 1
  if (state === 'none' || state === 'waitingForToken') return 0
  if (state === 'unproven') return 1
  if (state === 'settingUp') return 2
  return state === 'ready' ? 3 : null
}

/** The way of a bot from the wish to the first learner. */
export const BotStepper = ({ bot }: { bot: CourseBotState }) => {
  const { t } = useMessages()
  const done = doneOf(bot)
  if (done === null) return null
  return (
    <ol className="gongbu-steps" aria-label={t('botPanel.steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          data-step={index < done ? 'done' : index === done ? 'current' : 'ahead'}
          aria-current={index === done ? 'step' : undefined}
        >
          {t(`botPanel.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
