const MIB = 2 ** 20
const HOUR_S = 3600
const DAY_S = 24 * HOUR_S

/**
 * Telegram's limits, one place for all of them. Lengths of texts are UTF-16 units after parsing and trimming, where
 * neither bytes (`Bytes`) nor characters (`Characters`, Unicode code points) are named. Ranges are `[least, most]`.
 */
export const LIMITS = {
  // A request.
  tokenBytes: 80,
  /** All parameters of a request together. */
  parametersBytes: MIB,
  /** Levels of arrays and objects in each other. */
  jsonDepth: 100,
  filesPerRequest: 50,

  // Texts and their entities.
  /** Before parsing. */
  unparsedTextBytes: 2 ** 15,
  text: 4096,
  caption: 1024,
  quote: 1024,
  entities: 100,

  // Files.
  uploadBytes: 50 * MIB,
  photoBytes: 10 * MIB,
  videoNoteBytes: 12 * MIB,
  webPhotoBytes: 5 * MIB,
  webBytes: 20 * MIB,
  /** At a URL; a longer one is a document. */
  webVoiceBytes: MIB,
  downloadBytes: 20 * MIB,
  /** A file that a person sends; Telegram's apps send more, in which nobody develops bots. */
  personFileBytes: 50 * MIB,
  thumbnailBytes: 200 * 1024,
  thumbnailSide: 320,
  profilePhotoSide: 160,
  albumMessages: 10,
  profilePhotos: [1, 100],
  /** Width and height together, and the one divided by the other. */
  photoSides: 10_000,
  photoRatio: 20,
  side: [0, 10_000],
  durationS: [0, DAY_S],

  // Rich messages.
  /** Unicode code points of all texts, with the sources of formulas and the texts of custom emoji. */
  richCharacters: 32_768,
  /** With those in others, items of lists and rows of tables. */
  richBlocks: 500,
  /** Levels of blocks and styles in each other. */
  richDepth: 16,
  richMedia: 50,
  richTableColumns: 20,
  /** Buttons in a block of buttons. */
  richRowButtons: 8,
  richMediaIdCharacters: 64,
  richMapZoom: [0, 24],
  /** Width and height together, and the one divided by the other. */
  richMapSides: 10_000,
  richMapRatio: 20,

  // Inline keyboards.
  callbackDataBytes: 64,
  copyText: 256,
  inlineButtons: 100,
  answerCallbackText: 200,
  answerCallbackCacheS: [0, 30 * DAY_S],
  callbackQueryLifetimeS: 150,

  // Reply keyboards.
  keyboardRowButtons: 12,
  keyboardButtons: 300,
  inputFieldPlaceholderCharacters: 64,
  requestedUsers: [1, 10],

  // Messages.
  messageIds: 100,
  /** How long a message can be deleted; a dice only after a day, lest it be thrown again. */
  deletableS: 2 * DAY_S,
  diceUndeletableS: DAY_S,
  /** How long a person can edit a message. */
  editableS: 2 * DAY_S,
  reactions: 1,
  premiumReactions: 3,
  latitude: [-90, 90],
  longitude: [-180, 180],
  horizontalAccuracyM: 1500,

  // Polls.
  pollQuestionCharacters: 300,
  pollOptions: [1, 12],
  pollOptionCharacters: 100,
  pollExplanationCharacters: 200,
  pollExplanationLineFeeds: 2,
  /** How long a poll that closes by itself is open. */
  pollOpenS: [5, 2_628_000],
  pollCountries: 12,

  // Mini Apps.
  webAppDataBytes: 4096,
  /** How long an app may answer from the moment it was opened: here no client prolongs it. */
  webAppQueryLifetimeS: DAY_S,
  preparedMessageLifetimeS: DAY_S,

  // The bot itself.
  name: 64,
  description: 512,
  shortDescription: 120,
  commands: 100,
  commandCharacters: 32,
  commandDescriptionCharacters: 256,
  ownedBots: 20,
  addedUsers: 10,
  loggedOutS: 600,

  // Receiving updates.
  secretToken: 256,
  maxConnections: [1, 100],
  updates: [1, 100],
  longPollS: [0, 50],
} as const
