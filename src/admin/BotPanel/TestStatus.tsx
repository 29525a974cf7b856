'use client'

import type { TestState } from '../../operations/courseTest/describeTest.ts'
import { useMessages } from '../lib/useMessages.ts'

/** What is tested, by whom it can be, and what stands in the way. */
export const TestStatus = ({ test }: { test: TestState }) => {
  const { t, locale } = useMessages()
  const { preview } = test
  const hint = (text: string) => <p className="gongbu-panel__hint">{text}</p>
  if (test.isArchived) return hint(t('testPanel.archived'))
  if (!test.hasBot)
    return (
      <>
        {hint(t('testPanel.what'))}
        <p>{t('testPanel.needsBot')}</p>
      </>
    )
  if (preview === null)
    return (
      <>
        {hint(t('testPanel.what'))}
        <p data-test="none">{t('testPanel.none')}</p>
      </>
    )
  const time = new Date(preview.createdAt).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' })
  return (
    <>
      <p data-test={preview.isCurrent ? 'current' : 'outdated'} aria-live="polite">
        {t(preview.isCurrent ? 'testPanel.current' : 'testPanel.outdated', { time })}
      </p>
      {!test.isCreatorLinked && hint(t('testPanel.linkAccount'))}
      {test.isPrivate && hint(t('testPanel.private'))}
    </>
  )
}
