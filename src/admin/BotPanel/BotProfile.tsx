'use client'

import { useState } from 'react'

import { locales } from '../../contracts/locale.ts'
import type { CourseBotState } from '../../operations/bots/describeCourseBot.ts'
import { useMessages } from '../lib/useMessages.ts'

/** What people see of the bot before they press Start, in the language of their Telegram. */
export const BotProfile = ({ bot }: { bot: CourseBotState }) => {
  const { t } = useMessages()
  const { texts, picture } = bot.profile
  const own = locales.filter((locale) => texts[locale] !== undefined)
  const [chosen, setChosen] = useState('')
  const shown = texts[chosen] ?? texts['']
  if (shown === undefined) return null
  return (
    <details className="gongbu-bot__more">
      <summary>{t('botPanel.profile')}</summary>
      {own.length > 0 && (
        <div className="gongbu-bot__languages" role="group" aria-label={t('label.language')}>
          {['', ...own].map((language) => (
            <button
              key={language}
              type="button"
              aria-pressed={chosen === language}
              onClick={() => setChosen(language)}
            >
              {language === '' ? t('botPanel.everybody') : language}
            </button>
          ))}
        </div>
      )}
      <figure className="gongbu-bot__profile">
        {picture ? (
          <img src={picture} alt="" />
        ) : (
          <span className="gongbu-bot__letter" aria-hidden="true">
            {[...shown.name][0]}
          </span>
        )}
        <figcaption>
          <strong>{shown.name}</strong>
          {bot.username && <span className="gongbu-panel__hint">@{bot.username}</span>}
        </figcaption>
        <p>{shown.shortDescription}</p>
        <div className="gongbu-bot__bubble">
          <strong>{t('botPanel.whatCanItDo')}</strong>
          <p>{shown.description}</p>
        </div>
      </figure>
    </details>
  )
}
