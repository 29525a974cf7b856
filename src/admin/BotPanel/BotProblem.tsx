'use client'

import type { CourseBotState } from '../../operations/bots/describeCourseBot.ts'
import { useMessages } from '../lib/useMessages.ts'

/** What is wrong with the bot, in a sentence each. */
export const BotProblem = ({ bot }: { bot: CourseBotState }) => {
  const { t, locale } = useMessages()
  const { hasOtherOwner } = bot
  // The panel says it in words of its own: the token of a managed bot is nobody's to paste.
  const problem = bot.isManaged && bot.state === 'needsRelink' ? null : bot.problem
  const nextTry = problem?.nextTryAt
    ? new Date(problem.nextTryAt).toLocaleTimeString(locale, { timeStyle: 'medium' })
    : null
  return (
    <>
      {problem && (
        <div className="gongbu-panel__error" role="alert">
          <p>{problem.message}</p>
          {nextTry && <p>{t('botPanel.nextTry', { time: nextTry })}</p>}
        </div>
      )}
      {hasOtherOwner && <p className="gongbu-panel__problems">{t('botPanel.otherOwner')}</p>}
    </>
  )
}
