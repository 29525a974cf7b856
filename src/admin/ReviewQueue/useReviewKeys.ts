'use client'

import { useEffect, useRef } from 'react'

export type ReviewKey = 'j' | 'k' | 'Enter' | 'Escape' | 'a' | 'r' | 'c' | 'x' | 'X' | '/' | '?'

const known = new Set(['j', 'k', 'Enter', 'Escape', 'a', 'r', 'c', 'x', 'X', '/', '?'])

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true]') !== null

/** Whether the key belongs to what has the focus: Enter presses a button or follows a link. */
const isTaken = (key: string, target: EventTarget | null): boolean =>
  key === 'Enter' &&
  target instanceof HTMLElement &&
  target.closest('a, button, summary, audio, video') !== null

/** The keys of the page, wherever the focus is; while somebody writes, Escape alone, which ends that. */
export const useReviewKeys = (onKey: (key: ReviewKey) => void): void => {
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !known.has(key)) return
      if (document.querySelector('dialog[open]:not([data-review-keys])') !== null) return
      if (isTyping(target) && key !== 'Escape') return
      if (isTaken(key, target)) return
      event.preventDefault()
      latest.current(key as ReviewKey)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
