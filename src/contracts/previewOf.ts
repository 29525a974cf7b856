const shown = {
  picture: /^image\/(jpeg|png|gif)$/,
  film: /^video\/mp4$/,
  sound: /^audio\/(mpeg|mp4|ogg|flac|wav|aac)$/,
} as const
export type Preview = keyof typeof shown

/**
 * How a browser shows a file without becoming anything else; null: it is a link that saves it.
 * @param mimeType with or without parameters: voice messages are `audio/ogg; codecs=opus`
 */
export const previewOf = (mimeType: string): Preview | null => {
  const [type = ''] = mimeType.split(';')
  const name = type.trim().toLowerCase()
  return (Object.keys(shown) as Preview[]).find((kind) => shown[kind].test(name)) ?? null
}
