import { z } from 'zod'

import { settingChoices } from './settingChoices.ts'

/** The place of an option among those that were shown. */
const option = z.int().min(0).max(99)
/** So, or the place of what belongs together among all pairs that could be made. */
const choice = z.int().min(0).max(399)

/** Asks once more, erases, or leaves all as it is. */
export const erasureStages = ['ask', 'confirm', 'keep'] as const

/** What a button of a lesson message asks for. `version` is that of the view which the button belongs to. */
export const tapSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('begin'), version: z.int().nonnegative() }),
  z.object({ action: z.literal('next'), version: z.int().nonnegative() }),
  z.object({ action: z.literal('back'), version: z.int().nonnegative() }),
  z.object({ action: z.literal('contents'), version: z.int().nonnegative() }),
  z.object({ action: z.literal('resume'), version: z.int().nonnegative() }),
  z.object({ action: z.literal('open'), version: z.int().nonnegative(), stepId: z.uuid() }),
  /** Turns to another page of the contents. */
  z.object({ action: z.literal('page'), version: z.int().nonnegative(), option }),
  z.object({ action: z.literal('bookmark'), version: z.int().nonnegative(), stepId: z.uuid() }),
  z.object({ action: z.literal('unbookmark'), version: z.int().nonnegative(), stepId: z.uuid() }),
  /** Confirms that the course is to begin anew. */
  z.object({ action: z.literal('restart'), version: z.int().nonnegative() }),
  /** A button of the settings. */
  z.object({ action: z.literal('set'), version: z.int().nonnegative(), choice: z.enum(settingChoices) }),
  /** So many stars for the course; 0: asks for them. */
  z.object({ action: z.literal('rate'), version: z.int().nonnegative(), option: z.int().min(0).max(5) }),
  /** Leaves the stars without a comment. */
  z.object({ action: z.literal('skip'), version: z.int().nonnegative() }),
  /** Buttons of `/delete_me`. */
  z.object({ action: z.literal('erase'), version: z.int().nonnegative(), stage: z.enum(erasureStages) }),
  /** Begins a quiz, goes on with it, or tries it again. */
  z.object({ action: z.literal('quiz'), version: z.int().nonnegative() }),
  /** Answers a question that has one right option. */
  z.object({ action: z.literal('answer'), version: z.int().nonnegative(), option }),
  /** Chooses an option, takes that back, and answers with what is chosen. */
  z.object({ action: z.literal('select'), version: z.int().nonnegative(), option: choice }),
  z.object({ action: z.literal('deselect'), version: z.int().nonnegative(), option: choice }),
  z.object({ action: z.literal('submit'), version: z.int().nonnegative() }),
  /** Hands in what is collected for an assignment, or throws it away. */
  z.object({ action: z.literal('send'), version: z.int().nonnegative() }),
  z.object({ action: z.literal('clear'), version: z.int().nonnegative() }),
  /** Shows a page of the answers of an attempt that is over. */
  z.object({ action: z.literal('review'), version: z.int().nonnegative(), option }),
])

/** So much of a person's text is taken; Telegram's own limit for a message. */
export const maxMessageText = 4096

export const fileKinds = ['photo', 'document', 'video', 'audio', 'voice', 'videoNote', 'animation'] as const

/** A file that a person sent, as Telegram describes it. Nothing of it is to be believed before it is looked at. */
export const sentFileSchema = z.object({
  kind: z.enum(fileKinds),
  /** For this bot alone. */
  fileId: z.string().min(1).max(256),
  uniqueId: z.string().min(1).max(128),
  bytes: z.number().nonnegative().nullable(),
  name: z.string().max(255).nullable(),
  mimeType: z.string().max(127).nullable(),
  /** Seconds. */
  duration: z.number().nonnegative().nullable(),
  /** Files that were sent together have it in common. */
  albumId: z.string().max(64).nullable(),
})

/**
 * What a learner did, free of Telegram's wording. A person's text is kept only where a step asked for it, and is
 * never logged.
 */
export const lessonEventSchema = z.discriminatedUnion('type', [
  /** /start with its deep-link payload, kept for analytics. */
  z.object({ type: z.literal('start'), payload: z.string().max(64).nullable() }),
  z.object({ type: z.literal('tap'), tap: tapSchema }),
  z.object({
    type: z.literal('command'),
    command: z.enum([
      'help',
      'progress',
      'contents',
      'bookmarks',
      'resume',
      'settings',
      'rate',
      'restart',
      'deleteMe',
      'unknown',
    ]),
  }),
  /** `other`: something that no step can ask for, a sticker or a place. */
  z.object({
    type: z.literal('message'),
    kind: z.enum(['text', 'file', 'other']),
    /** The caption, of a file. */
    text: z.string().max(maxMessageText).nullable(),
    file: sentFileSchema.nullable(),
    messageId: z.int().nonnegative(),
  }),
  /** A button whose data is not ours or not of this version of the product. */
  z.object({ type: z.literal('unreadableTap') }),
  /** Telegram's id of a poll that the bot has sent, and the chosen options; none: the vote was taken back. */
  z.object({
    type: z.literal('pollAnswer'),
    pollId: z.string().min(1).max(64),
    options: z.array(option).max(100),
  }),
  z.object({ type: z.literal('membership'), isBlocked: z.boolean() }),
])

export type SentFile = z.infer<typeof sentFileSchema>
export type Tap = z.infer<typeof tapSchema>
export type LessonEvent = z.infer<typeof lessonEventSchema>
