import type { GlobalConfig } from 'payload'

import { hasRole } from '../../src/access/hasRole.ts'
import { nobody } from '../../src/access/nobody.ts'
import { label } from '../../src/i18n/label.ts'

const readOnly = { admin: { readOnly: true } } as const

/** The platform bot as a runner last reported it. Its token is a setting of the runner alone. */
export const Platform: GlobalConfig = {
  slug: 'platform',
  label: label('label.platformBot'),
  admin: { group: label('label.group.operation'), hidden: ({ user }) => user?.role !== 'admin' },
  access: { read: hasRole('creator', 'admin'), update: nobody },
  lockDocuments: false,
  fields: [
    { name: 'username', type: 'text', label: label('label.telegramName'), ...readOnly },
    { name: 'telegramBotId', type: 'number', label: label('label.telegramId'), ...readOnly },
    { name: 'canManageBots', type: 'checkbox', label: label('label.canManageBots'), ...readOnly },
    /** With what Telegram hashes the initData of its Mini App: derived from the token, sealed. */
    { name: 'sealedWebAppKey', type: 'text', hidden: true, access: { read: () => false } },
    /** With what it hashes whom it has logged in on the web: derived likewise, sealed. */
    { name: 'sealedLoginKey', type: 'text', hidden: true, access: { read: () => false } },
    { name: 'problem', type: 'text', label: label('label.error'), ...readOnly },
    /** Real time. */
    { name: 'reportedAt', type: 'date', label: label('label.seenAt'), ...readOnly },
  ],
}
