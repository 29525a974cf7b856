'use client'

import { Button } from '@payloadcms/ui'

/** In the corner of a condition or a group. */
export const RemovePart = ({ label, onRemove }: { label: string; onRemove: () => void }) => (
  <Button
    className="gongbu-rule__remove"
    buttonStyle="subtle"
    size="small"
    margin={false}
    icon="x"
    round
    aria-label={label}
    tooltip={label}
    onClick={onRemove}
  />
)
