'use client'

import { useEffect } from 'react'

const isAboutSteps = ({ name }: PerformanceEntry) => {
  const { pathname } = new URL(name)
  return pathname === '/api/reorder' || pathname.startsWith('/api/steps')
}

/**
 * Calls back after the steps' table has talked to the server: a step was dragged, saved in a drawer or put
 * into the trash. Payload tells no component that rows were dragged, but every browser reports requests
 * that have ended.
 */
export const useStepsChanged = (onChange: () => void): void => {
  useEffect(() => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntries().some(isAboutSteps)) onChange()
    })
    observer.observe({ type: 'resource' })
    return () => observer.disconnect()
  }, [onChange])
}
