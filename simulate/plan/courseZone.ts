/** Where all courses are at home: whoever tells no zone of their own lives by its clock. */
export const courseZone = 'Europe/Berlin'
