'use client'

import { useFormFields } from '@payloadcms/ui'

/** A formula within a line, by its source. */
export const MathLabel = () => {
  const latex = useFormFields(([fields]) => fields.latex?.value)
  return <code className="gongbu-monospace">{typeof latex === 'string' && latex !== '' ? latex : '∑'}</code>
}
