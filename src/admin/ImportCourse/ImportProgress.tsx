'use client'

import { Button } from '@payloadcms/ui'

import { useMessages } from '../lib/useMessages.ts'
import type { ImportStage } from './sendImport.ts'

export const ImportProgress = ({ stage, onCancel }: { stage: ImportStage; onCancel: () => void }) => {
  const { t } = useMessages()
  const share = stage.phase === 'wait' ? undefined : Math.min(stage.done / Math.max(stage.total, 1), 1)
  const percent = share === undefined ? undefined : Math.round(share * 100)
  const said =
    stage.phase === 'wait'
      ? t('import.phase.wait')
      : stage.phase === 'upload'
        ? t('import.phase.upload', { percent: percent ?? 0 })
        : t(`import.phase.${stage.phase}`, { done: stage.done, total: stage.total })
  return (
    <div className="gongbu-import__panel">
      <p aria-live="polite">{said}</p>
      <progress className="gongbu-import__progress" aria-label={said} max={100} value={percent} />
      <div className="gongbu-panel__actions">
        <Button buttonStyle="secondary" size="medium" margin={false} onClick={onCancel}>
          {t('import.cancel')}
        </Button>
      </div>
    </div>
  )
}
