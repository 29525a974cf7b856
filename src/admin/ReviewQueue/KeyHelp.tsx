'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import type { MessageKey } from '../../i18n/en.ts'
import { useMessages } from '../lib/useMessages.ts'

const keys: [string, MessageKey][] = [
  ['J', 'reviews.keys.j'],
  ['K', 'reviews.keys.k'],
  ['Enter', 'reviews.keys.enter'],
  ['Esc', 'reviews.keys.escape'],
  ['A', 'reviews.keys.a'],
  ['R', 'reviews.keys.r'],
  ['Ctrl+Enter', 'reviews.keys.send'],
  ['C', 'reviews.keys.c'],
  ['X', 'reviews.keys.x'],
  ['Shift+X', 'reviews.keys.all'],
  ['/', 'reviews.keys.filters'],
  ['?', 'reviews.keys.help'],
]

/** The keys of the page, in a dialog that keeps the focus and gives it back. */
export const KeyHelp = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
  const { t } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog ref={dialog} className="gongbu-reviews__keys" aria-label={t('reviews.keys')} onClose={onClose}>
      <h2>{t('reviews.keys')}</h2>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <Button buttonStyle="secondary" size="small" margin={false} onClick={onClose}>
        {t('reviews.keys.close')}
      </Button>
    </dialog>
  )
}
