'use client'

import { Button, Drawer, useModal } from '@payloadcms/ui'

import { useMessages } from '../lib/useMessages.ts'
import { ImportPanel } from './ImportPanel.tsx'

import '../Panel/panel.css'
import './importCourse.css'

const drawerSlug = 'import-course'

/** Above the list of courses: makes one of an archive of lessons. */
export const ImportCourse = () => {
  const { t } = useMessages()
  const { openModal, closeModal } = useModal()
  return (
    <div className="gongbu-import">
      <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => openModal(drawerSlug)}>
        {t('import.title')}
      </Button>
      <Drawer slug={drawerSlug} title={t('import.title')}>
        <ImportPanel onClose={() => closeModal(drawerSlug)} />
      </Drawer>
    </div>
  )
}
