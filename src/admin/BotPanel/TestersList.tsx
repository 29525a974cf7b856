'use client'

import { Button } from '@payloadcms/ui'

import type { TestState } from '../../operations/courseTest/describeTest.ts'
import { useMessages } from '../lib/useMessages.ts'
import type { TestAct } from './BotTest.tsx'

/** Who tests the course, and how far they are. */
export const TestersList = (props: { test: TestState; isBusy: boolean; act: TestAct }) => {
  const { test, isBusy, act } = props
  const { t } = useMessages()
  return (
    <div>
      <h4>{t('testPanel.testers')}</h4>
      {test.testers.length === 0 && <p className="gongbu-panel__hint">{t('testPanel.noTesters')}</p>}
      <ul className="gongbu-test__people" aria-live="polite">
        {test.testers.map(({ id, name, username, isCreator, status }) => {
          const details = [
            ...(username ? [`@${username}`] : []),
            ...(isCreator ? [t('testPanel.you')] : []),
            t(`testPanel.status.${status}`),
          ]
          return (
            <li key={id} data-tester={status}>
              <span className="gongbu-test__who">
                <strong>{name}</strong>
                <span className="gongbu-panel__hint">{details.join(', ')}</span>
              </span>
              {!isCreator && (
                <Button
                  buttonStyle="subtle"
                  size="small"
                  margin={false}
                  disabled={isBusy}
                  aria-label={t('testPanel.removeNamed', { name })}
                  onClick={() => void act('DELETE', `/testers/${id}`)}
                >
                  {t('testPanel.remove')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <p className="gongbu-panel__hint">{t('testPanel.freePlaces', { count: test.freePlaces })}</p>
    </div>
  )
}
