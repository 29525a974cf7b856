/** Endings of what runs when it is opened: no lesson needs it, and whoever gets it may open it. */
export const programExtensions: ReadonlySet<string> = new Set(
  'exe dll com scr pif cpl msi msp bat cmd vbs vbe jse wsf wsh hta ps1 lnk reg jar apk app dmg pkg deb rpm scf inf gadget chm crx xpi desktop command workflow'.split(
    ' ',
  ),
)
