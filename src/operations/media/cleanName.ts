const maxLength = 120
// eslint-disable-next-line no-control-regex -- what may stand in no file's name, and what turns text around
const forbidden = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]+/g

/** The name under which a person gets the file: theirs, without what no system's names may hold. */
export const cleanName = (name: string, extension: string): string => {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const bare = last.replace(/\.[^.]*$/, '').replaceAll(forbidden, ' ')
  const trimmed = bare.replaceAll(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '')
  const cut = [...trimmed].slice(0, maxLength).join('').trimEnd()
  return `${cut === '' ? 'file' : cut}.${extension}`
}
