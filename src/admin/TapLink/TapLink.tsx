'use client'

import { Button, toast } from '@payloadcms/ui'

import { useMessages } from '../lib/useMessages.ts'
import { QrCode } from '../QrCode/QrCode.tsx'
import './tapLink.css'

/** A link into Telegram three ways: as a button, to be copied, and for the camera of the phone that has Telegram. */
export const TapLink = ({ link, label }: { link: string; label: string }) => {
  const { t } = useMessages()
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => toast.success(t('tapLink.copied')),
      () => toast.error(t('tapLink.notCopied')),
    )
  return (
    <div className="gongbu-tap">
      <QrCode text={link} label={t('tapLink.qr')} />
      <div className="gongbu-tap__ways">
        <a className="gongbu-tap__button" href={link} target="_blank" rel="noreferrer">
          {label}
        </a>
        <Button buttonStyle="subtle" size="small" margin={false} onClick={() => void copy()}>
          {t('tapLink.copy')}
        </Button>
        <p className="gongbu-panel__hint">{t('tapLink.hint')}</p>
      </div>
    </div>
  )
}
