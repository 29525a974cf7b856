import path from 'node:path'

/** Where uploads wait until they are looked through; in the media's folder, whose disk has room for them. */
export const incomingFolder = (mediaDir: string): string => path.resolve(mediaDir, '.incoming')
