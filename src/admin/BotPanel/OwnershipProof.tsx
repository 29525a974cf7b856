'use client'

import { useMessages } from '../lib/useMessages.ts'
import { useTapLink } from '../lib/useTapLink.ts'
import { TapLink } from '../TapLink/TapLink.tsx'

/** The link by which the creator shows in the pasted bot itself that it is theirs. */
export const OwnershipProof = ({ courseId }: { courseId: number | string }) => {
  const { t, locale } = useMessages()
  const { link, error } = useTapLink(`courses/${courseId}/bot/proof`, locale)
  if (error)
    return (
      <p className="gongbu-panel__error" role="alert">
        {error}
      </p>
    )
  return link === undefined ? <div aria-busy="true" /> : <TapLink link={link} label={t('botPanel.prove')} />
}
