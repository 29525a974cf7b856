'use client'

import { Button, toast, useFormModified } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { CourseBotState } from '../../operations/bots/describeCourseBot.ts'
import type { TestState } from '../../operations/courseTest/describeTest.ts'
import { ConfirmedButton } from '../ConfirmedButton/ConfirmedButton.tsx'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import { ProblemsList } from '../PublishPanel/ProblemsList.tsx'
import { TestInvitation } from './TestInvitation.tsx'
import { TestersList } from './TestersList.tsx'
import { TestStatus } from './TestStatus.tsx'
import { useTest } from './useTest.ts'

export type TestAct = (method: 'POST' | 'DELETE', path: string) => Promise<void>

/** In the bot's panel: the working copy, tried in the real bot by its creator and a few others. */
export const BotTest = ({ courseId, bot }: { courseId: number | string; bot: CourseBotState }) => {
  const { t, locale } = useMessages()
  const titleId = useId()
  const isModified = useFormModified()
  const { test, setTest } = useTest(courseId, locale, bot.state)
  const [isBusy, setIsBusy] = useState(false)
  if (test === undefined) return null

  const act: TestAct = async (method, path) => {
    setIsBusy(true)
    await requestApi<TestState>(method, `courses/${courseId}/test${path}`, { locale }).then(
      setTest,
      (error: Error) => void toast.error(error.message),
    )
    setIsBusy(false)
  }
  const { preview, problems } = test
  const canTest = test.hasBot && !test.isArchived
  const canStart = canTest && preview?.isCurrent !== true
  return (
    <section className="gongbu-test" aria-labelledby={titleId}>
      <h3 id={titleId}>{t('testPanel.title')}</h3>
      <TestStatus test={test} />
      {canStart && <ProblemsList problems={problems} title={t('testPanel.problems')} />}
      {canStart && isModified && <p className="gongbu-panel__hint">{t('testPanel.unsaved')}</p>}
      {canTest && (
        <div className="gongbu-panel__actions">
          {preview && test.link && (
            <a className="gongbu-tap__button" href={test.link} target="_blank" rel="noreferrer">
              {t('testPanel.open')}
            </a>
          )}
          {canStart && (
            <Button
              buttonStyle="secondary"
              size="medium"
              margin={false}
              disabled={isBusy || isModified || problems.length > 0}
              onClick={() => void act('POST', '')}
            >
              {t(preview ? 'testPanel.refresh' : 'testPanel.start')}
            </Button>
          )}
          {preview && (
            <ConfirmedButton
              label={t('testPanel.end')}
              question={t('testPanel.confirmEnd')}
              isDisabled={isBusy}
              onConfirm={() => act('DELETE', '')}
            />
          )}
        </div>
      )}
      {preview && (
        <>
          <TestersList test={test} isBusy={isBusy} act={act} />
          <TestInvitation courseId={courseId} test={test} isBusy={isBusy} act={act} />
        </>
      )}
    </section>
  )
}
