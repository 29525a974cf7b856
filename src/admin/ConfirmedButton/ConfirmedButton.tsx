'use client'

import { Button, ConfirmationModal, useModal } from '@payloadcms/ui'
import { useId } from 'react'

/** A button that does nothing before its question has been answered. */
export const ConfirmedButton = (props: {
  label: string
  question: string
  isDisabled: boolean
  size?: 'medium' | 'small'
  onConfirm: () => Promise<void>
}) => {
  const { label, question, isDisabled, size = 'medium', onConfirm } = props
  const modalSlug = useId()
  const { openModal } = useModal()
  return (
    <>
      <Button
        buttonStyle="secondary"
        size={size}
        margin={false}
        disabled={isDisabled}
        onClick={() => openModal(modalSlug)}
      >
        {label}
      </Button>
      <ConfirmationModal
        modalSlug={modalSlug}
        heading={label}
        body={question}
        confirmLabel={label}
        onConfirm={onConfirm}
      />
    </>
  )
}
