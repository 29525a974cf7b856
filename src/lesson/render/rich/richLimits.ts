/** Of one rich message. Characters are counted in UTF-16 units, which are never fewer than Telegram's. */
export const richLimits = { characters: 32_768, blocks: 500, levels: 16, media: 50, columns: 20 } as const
