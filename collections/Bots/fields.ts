import type { Field } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { farewellReasons } from '../../src/contracts/farewell.ts'
import { botStates, renderingModes } from '../../src/contracts/runnerBots.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

/** In no answer of any API, in no screen: only operations that override access see it. */
const internal = {
  access: { create: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
} as const

export const botFields: Field[] = [
  {
    name: 'course',
    type: 'relationship',
    relationTo: slugs.courses,
    label: label('label.course'),
    required: true,
    unique: true,
  },
  {
    name: 'state',
    type: 'select',
    label: label('label.botState'),
    required: true,
    defaultValue: 'waitingForToken',
    options: botStates.map((state) => ({ value: state, label: label(`label.botState.${state}`) })),
  },
  { name: 'username', type: 'text', label: label('label.telegramName') },
  { name: 'name', type: 'text', label: label('label.name') },
  /** Telegram's id of the bot: a bot serves one course. */
  { name: 'telegramBotId', type: 'number', unique: true, label: label('label.telegramId') },
  {
    name: 'isManaged',
    type: 'checkbox',
    label: label('label.isManaged'),
    required: true,
    defaultValue: false,
  },
  /** Whose bot it is: told by Telegram of managed ones, shown by `/start` of others. */
  { name: 'ownerTelegramId', type: 'number', label: label('label.ownerTelegramId') },
  { name: 'isProven', type: 'checkbox', label: label('label.isProven'), required: true, defaultValue: false },
  { name: 'isPaused', type: 'checkbox', label: label('label.isPaused'), required: true, defaultValue: false },
  {
    name: 'rendering',
    type: 'select',
    label: label('label.rendering'),
    required: true,
    defaultValue: 'auto',
    options: renderingModes.map((mode) => ({ value: mode, label: label(`label.rendering.${mode}`) })),
  },
  /** Real time at which Telegram last refused this bot rich messages. */
  { name: 'richRefusedAt', type: 'date', label: label('label.richRefusedAt') },
  { name: 'errorCode', type: 'text', label: label('label.error') },
  { name: 'errorDescription', type: 'text', label: label('label.errorText') },
  { name: 'nextTryAt', type: 'date', label: label('label.nextTryAt') },
  /** Product time at which runners last asked Telegram what it knows of the bot. */
  { name: 'checkedAt', type: 'date', label: label('label.checkedAt') },
  {
    name: 'checkNow',
    type: 'ui',
    admin: { position: 'sidebar', components: { Field: '/admin/CheckBot/CheckBot.tsx#CheckBot' } },
  },
  /** Product time of the next look. */
  { name: 'checkDueAt', type: 'date', required: true, index: true, ...internal },
  /** The webhook is to be deleted, and then the bot to be let go. */
  { name: 'isRemoving', type: 'checkbox', required: true, defaultValue: false, ...internal },
  /** What testers learn while the course's test is open. */
  { name: 'previewRelease', type: 'relationship', relationTo: slugs.releases, ...internal },
  /** Why learners are being told that it teaches no more, and the enrollment of the last one who was. */
  { name: 'farewell', type: 'select', options: [...farewellReasons], ...internal },
  { name: 'farewellCursor', type: 'text', ...internal },
  /** `secretVersion` whose token is to be replaced. */
  { name: 'rotateVersion', type: 'number', ...internal },
  /** Public part of the webhook's path; not secret, but nobody's business. */
  { name: 'key', type: 'text', required: true, unique: true, ...internal },
  // `hidden` besides: even operations that override access get it only when they ask for it.
  { name: 'sealedToken', type: 'text', ...internal, hidden: true },
  { name: 'secretVersion', type: 'number', required: true, defaultValue: 0, ...internal },
  /** Hash of each piece that Telegram has been told, as the runner reported it. */
  { name: 'applied', type: 'json', required: true, defaultValue: {}, ...internal },
  /** Real time of the last change that runners must know of. */
  { name: 'changedAt', type: 'date', required: true, index: true, ...internal },
]
