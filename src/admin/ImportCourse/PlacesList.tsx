'use client'

import { useState } from 'react'

import { useMessages } from '../lib/useMessages.ts'

/** Of a long list so much is shown at first. */
const shownAtFirst = 20

export const PlacesList = (props: { title: string; places: string[]; isFolded?: boolean }) => {
  const { title, places, isFolded = false } = props
  const { t } = useMessages()
  const [isWhole, setIsWhole] = useState(places.length <= shownAtFirst + 1)
  const shown = isWhole ? places : places.slice(0, shownAtFirst)
  return (
    <details className="gongbu-import__list" open={!isFolded}>
      <summary>{title}</summary>
      <ul className="gongbu-import__places">
        {shown.map((place, index) => (
          <li key={index}>{place}</li>
        ))}
      </ul>
      {!isWhole && (
        <button type="button" className="gongbu-import__more" onClick={() => setIsWhole(true)}>
          {t('import.more.places', { count: places.length - shownAtFirst })}
        </button>
      )}
    </details>
  )
}
