/** FNV-1a with a finish that spreads the last signs over all bits (MurmurHash3's). */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

export type Draw = ReturnType<typeof createDraw>

/**
 * Chance that belongs to what it is about: the same seed and the same words give the same number, whatever was drawn
 * before. So nothing that anybody decides depends on who was faster.
 */
export const createDraw = (seed: string) => {
  /** 0 ≤ x < 1 */
  const share = (...about: (string | number)[]) => hash(`${seed}|${about.join('|')}`) / 2 ** 32
  const whole = (below: number, ...about: (string | number)[]) => Math.floor(share(...about) * below)
  return {
    share,
    /** 0 … below − 1 */
    whole,
    isSo: (chance: number, ...about: (string | number)[]) => share(...about) < chance,
    pick: <Value>(from: readonly [Value, ...Value[]], ...about: (string | number)[]): Value =>
      from[whole(from.length, ...about)] ?? from[0],
    /** The same things in another order. */
    shuffle: <Value>(things: readonly Value[], ...about: (string | number)[]): Value[] =>
      things
        .map((thing, place) => ({ thing, by: share(...about, place) }))
        .sort((a, b) => a.by - b.by)
        .map(({ thing }) => thing),
    /** Chance that is about something narrower. */
    about: (...words: (string | number)[]) => createDraw(`${seed}|${words.join('|')}`),
  }
}
