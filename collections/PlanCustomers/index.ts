import type { CollectionConfig } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'

/** As whom Stripe knows the accounts that asked for a plan. Written in SQL. */
export const PlanCustomers: CollectionConfig = {
  slug: slugs.planCustomers,
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  timestamps: false,
  lockDocuments: false,
  fields: [
    /** Empty once the account is gone: what Stripe still says of it is of no account. */
    { name: 'user', type: 'relationship', relationTo: slugs.users, unique: true },
    { name: 'customerId', type: 'text', required: true, unique: true },
    /** How often Stripe was asked for the subscription, and which of its answers is written down: never an older one. */
    { name: 'asked', type: 'number', required: true, defaultValue: 0 },
    { name: 'written', type: 'number', required: true, defaultValue: 0 },
  ],
}
