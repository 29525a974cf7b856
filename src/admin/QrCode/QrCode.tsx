'use client'

import { useMemo } from 'react'
import { encode } from 'uqr'

const smallest = 136
const cellPixels = 3

/** A link to be read by a phone's camera. Dark on light also in the dark theme: many cameras read nothing else. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { size, path } = useMemo(() => {
    const { data, size: side } = encode(text, { ecc: 'L', border: 2 })
    const cells = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: side, path: cells.join('') }
  }, [text])
  return (
    <svg
      className="gongbu-qr"
      role="img"
      aria-label={label}
      // Long links make many cells, and a camera has to tell them apart.
      style={{ width: Math.max(smallest, size * cellPixels) }}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
