'use client'

import { Button, useRouteCache } from '@payloadcms/ui'
import { useState } from 'react'

import { useMessages } from '../lib/useMessages.ts'
import { ImportFailure } from './ImportFailure.tsx'
import { ImportForm, noChoice } from './ImportForm.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportReport } from './ImportReport.tsx'
import { useImport } from './useImport.ts'

/** In the drawer: what to import and how, how far it is, and what came of it. */
export const ImportPanel = ({ onClose }: { onClose: () => void }) => {
  const { t, locale } = useMessages()
  const { clearRouteCache } = useRouteCache()
  const { state, start, cancel, reset } = useImport(locale, clearRouteCache)
  const [choice, setChoice] = useState(noChoice)

  const again = () => {
    setChoice(noChoice)
    reset()
  }
  switch (state.step) {
    case 'running':
      return <ImportProgress stage={state.stage} onCancel={cancel} />
    case 'done':
      return (
        <ImportReport report={state.report} onClose={onClose}>
          <Button buttonStyle="secondary" size="medium" margin={false} onClick={again}>
            {t('import.another')}
          </Button>
        </ImportReport>
      )
    case 'form':
    case 'failed':
      return (
        <div className="gongbu-import__panel">
          {state.step === 'failed' && <ImportFailure failure={state.failure} />}
          <ImportForm choice={choice} onChange={setChoice} onStart={(form) => void start(form)} />
        </div>
      )
  }
}
