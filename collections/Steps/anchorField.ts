import type { Condition, Field } from 'payload'

/** Where a link to `#field-<name>` leads, for fields that have no place of that name themselves. */
export const anchorField = (name: string, condition?: Condition): Field => ({
  name: `${name}Anchor`,
  type: 'ui',
  admin: {
    condition,
    components: {
      Field: { path: '/admin/FieldAnchor/FieldAnchor.tsx#FieldAnchor', clientProps: { path: name } },
    },
  },
})
