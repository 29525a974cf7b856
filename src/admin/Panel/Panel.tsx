'use client'

import { useId, type ReactNode } from 'react'

import './panel.css'

export type Tone = 'good' | 'waiting' | 'bad' | 'idle'

/** A box in the course's sidebar: what it is about, its state in a word, and what can be done. */
export const Panel = (props: { title: string; badge: { text: string; tone: Tone }; children: ReactNode }) => {
  const { title, badge, children } = props
  const titleId = useId()
  return (
    <section className="gongbu-panel" aria-labelledby={titleId}>
      <header className="gongbu-panel__header">
        <h2 className="gongbu-panel__title" id={titleId}>
          {title}
        </h2>
        <span className="gongbu-panel__badge" data-tone={badge.tone}>
          {badge.text}
        </span>
      </header>
      {children}
    </section>
  )
}
