import { programExtensions } from '../../contracts/programExtensions.ts'

/** Things that run when they are opened: no lesson needs them, and a learner may open anything. */
const mimes = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-apple-diskimage',
  'application/x-deb',
  'application/x-rpm',
  'application/x.ms.shortcut',
  'application/x-ms-regedit',
  'application/java-archive',
  'application/java-vm',
  'application/vnd.android.package-archive',
  'application/x-google-chrome-extension',
  'application/x-xpinstall',
  'application/vnd.ms-htmlhelp',
  'application/x-shockwave-flash',
])

export const isProgram = (mime: string, extension: string): boolean =>
  mimes.has(mime) || programExtensions.has(extension)
