/** Nothing that can be seen: spaces, joiners, marks of direction, characters that are blank by nature. */
export const isInvisible = (text: string): boolean =>
  !/[^\s\p{Cc}\p{Cf}\p{Z}\u115f\u1160\u2800\u3164\uffa0]/u.test(text)
