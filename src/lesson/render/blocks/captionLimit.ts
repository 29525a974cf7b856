/** UTF-16 units. What is longer stands below as text. */
export const captionLimit = 1024
