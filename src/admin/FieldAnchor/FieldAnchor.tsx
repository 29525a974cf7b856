'use client'

import { useEffect, useRef } from 'react'

/**
 * Makes `#field-…` lead to the lesson editor, which has no id of its own, and puts the cursor into it as
 * soon as it has been loaded.
 */
export const FieldAnchor = ({ path }: { path: string }) => {
  const anchor = useRef<HTMLSpanElement>(null)
  const id = `field-${path}`

  useEffect(() => {
    const field = anchor.current?.closest('.field-type')
    if (!field || window.location.hash !== `#${id}`) return
    field.scrollIntoView({ block: 'center' })
    const focus = () => {
      const editor = field.querySelector<HTMLElement>('[contenteditable=true]')
      editor?.focus({ preventScroll: true })
      return editor !== null
    }
    if (focus()) return
    const observer = new MutationObserver(() => {
      if (focus()) observer.disconnect()
    })
    observer.observe(field, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [id])

  return <span id={id} ref={anchor} />
}
