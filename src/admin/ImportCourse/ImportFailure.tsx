'use client'

import type { PresentedFailure } from '../../operations/import/presentFailure.ts'
import { useMessages } from '../lib/useMessages.ts'

/** Why nothing was imported, each fault with its place. */
export const ImportFailure = ({ failure }: { failure: PresentedFailure | 'cut' | 'cancelled' }) => {
  const { t } = useMessages()
  if (failure === 'cut' || failure === 'cancelled')
    return (
      <div className="gongbu-panel__error" role="alert">
        <p>{t(failure === 'cut' ? 'import.cut' : 'import.cancelled')}</p>
      </div>
    )
  const { message, problems, hint } = failure
  return (
    <div className="gongbu-panel__error" role="alert">
      <p>{message}</p>
      {problems.length > 0 && (
        <ul className="gongbu-import__places">
          {problems.map(({ place, message: what }, index) => (
            <li key={index}>
              <code>{place}</code> {what}
            </li>
          ))}
        </ul>
      )}
      {hint !== null && <p>{hint}</p>}
    </div>
  )
}
