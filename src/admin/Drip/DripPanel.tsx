'use client'

import { FieldError } from '@payloadcms/ui'
import type { ReactNode } from 'react'

import '../UnlockRule/unlockRule.css'
import './drip.css'

/** The frame around a schedule: its heading, what is wrong with it, what it comes to. */
export const DripPanel = (props: {
  path: string
  title: string
  showError: boolean
  children: ReactNode
  sentence: string | null
}) => {
  const { path, title, showError, children, sentence } = props
  return (
    <section className="field-type gongbu-rule" id={`field-${path}`} aria-labelledby={`title-${path}`}>
      <h3 id={`title-${path}`} className="gongbu-rule__title">
        {title}
      </h3>
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <div className="gongbu-rule__body">
          {children}
          {sentence !== null && (
            <div className="gongbu-rule__sentence" role="status">
              <p>{sentence}</p>
            </div>
          )}
        </div>
      </div>
    </section>
  )
}
