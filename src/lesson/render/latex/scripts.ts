const mapOf = (plain: string, raised: string): ReadonlyMap<string, string> => {
  const characters = Array.from(raised)
  return new Map(Array.from(plain).map((character, index) => [character, characters[index] ?? character]))
}

/** Of letters Unicode has but some as superscripts and fewer as subscripts. */
const maps = {
  superscript: mapOf(
    '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ′*',
    '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡ′*',
  ),
  subscript: mapOf('0123456789+-−=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ'),
}

const signs = { superscript: '^', subscript: '_' } as const

/** A text raised or lowered: in Unicode's own characters where it has them all, else behind ^ or _. */
export const scriptText = (text: string, script: keyof typeof maps): string => {
  const characters = Array.from(text)
  const map = maps[script]
  if (characters.every((character) => map.has(character)))
    return characters.map((character) => map.get(character)).join('')
  return characters.length === 1 ? `${signs[script]}${text}` : `${signs[script]}(${text})`
}
