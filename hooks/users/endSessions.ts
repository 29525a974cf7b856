import type { CollectionBeforeChangeHook } from 'payload'

/** Deactivating an account signs it out everywhere, also where Payload asks for nothing but a session. */
export const endSessions: CollectionBeforeChangeHook = ({ data }) =>
  data.isActive === false ? { ...data, sessions: [] } : data
