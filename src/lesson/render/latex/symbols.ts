/** Words behind a backslash and their characters: `name character` pairs, as LaTeX and amsmath name them. */
const pairs = (list: string): [string, string][] =>
  list
    .trim()
    .split(/\s*,\s*/)
    .map((pair) => pair.split(' ') as [string, string])

const letters = pairs(`alpha α, beta β, gamma γ, delta δ, epsilon ϵ, varepsilon ε, zeta ζ, eta η, theta θ,
  vartheta ϑ, iota ι, kappa κ, lambda λ, mu μ, nu ν, xi ξ, omicron ο, pi π, varpi ϖ, rho ρ, varrho ϱ, sigma σ,
  varsigma ς, tau τ, upsilon υ, phi ϕ, varphi φ, chi χ, psi ψ, omega ω, Gamma Γ, Delta Δ, Theta Θ, Lambda Λ, Xi Ξ,
  Pi Π, Sigma Σ, Upsilon Υ, Phi Φ, Psi Ψ, Omega Ω, hbar ℏ, ell ℓ, Re ℜ, Im ℑ, aleph ℵ, wp ℘, imath ı, jmath ȷ,
  infty ∞, partial ∂, nabla ∇, emptyset ∅, varnothing ∅, forall ∀, exists ∃, nexists ∄, neg ¬, lnot ¬, top ⊤, bot ⊥,
  angle ∠, triangle △, square □, degree °, prime ′, ldots …, dots …, cdots ⋯, vdots ⋮, ddots ⋱, hearts ♡,
  checkmark ✓, dagger †, ddagger ‡, complement ∁, therefore ∴, because ∵, S §, P ¶, copyright ©, pounds £`)

const binary = pairs(`pm ±, mp ∓, times ×, div ÷, cdot ·, ast ∗, star ⋆, circ ∘, bullet •, oplus ⊕, ominus ⊖,
  otimes ⊗, oslash ⊘, odot ⊙, cap ∩, cup ∪, sqcap ⊓, sqcup ⊔, wedge ∧, land ∧, vee ∨, lor ∨, setminus ∖, wr ≀,
  amalg ⨿, uplus ⊎, bmod mod`)

const relations =
  pairs(`le ≤, leq ≤, leqslant ⩽, ge ≥, geq ≥, geqslant ⩾, ne ≠, neq ≠, equiv ≡, approx ≈, sim ∼,
  simeq ≃, cong ≅, propto ∝, ll ≪, gg ≫, prec ≺, succ ≻, in ∈, notin ∉, ni ∋, subset ⊂, subseteq ⊆, supset ⊃,
  supseteq ⊇, subsetneq ⊊, supsetneq ⊋, perp ⊥, parallel ∥, nparallel ∦, mid ∣, nmid ∤, vdash ⊢, models ⊨, asymp ≍,
  doteq ≐, to →, rightarrow →, leftarrow ←, gets ←, leftrightarrow ↔, Rightarrow ⇒, implies ⟹, Leftarrow ⇐,
  impliedby ⟸, Leftrightarrow ⇔, iff ⟺, mapsto ↦, longrightarrow ⟶, longleftarrow ⟵, longmapsto ⟼, uparrow ↑,
  downarrow ↓, hookrightarrow ↪, rightleftharpoons ⇌, coloneqq ≔, triangleq ≜`)

const operators =
  pairs(`sum ∑, prod ∏, coprod ∐, int ∫, iint ∬, iiint ∭, oint ∮, bigcup ⋃, bigcap ⋂, bigoplus ⨁,
  bigotimes ⨂, bigwedge ⋀, bigvee ⋁`)

const functions =
  `sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp lim limsup liminf
  max min sup inf det dim ker deg gcd arg hom Pr`
    .split(/\s+/)
    .map((name): [string, string] => [name, name])

const delimiters =
  pairs(`langle ⟨, rangle ⟩, lfloor ⌊, rfloor ⌋, lceil ⌈, rceil ⌉, lbrace {, rbrace }, lvert |,
  rvert |, lVert ‖, rVert ‖, vert |, Vert ‖, lbrack [, rbrack ], backslash \\`)

/** How a sign stands among its neighbours: with spaces around it, with one behind it, or close to them. */
export type SignClass = 'letter' | 'binary' | 'relation' | 'operator' | 'function' | 'delimiter'

const classes: Record<SignClass, [string, string][]> = {
  ...{ letter: letters, binary, relation: relations, operator: operators, function: functions },
  delimiter: delimiters,
}

/** By the name behind the backslash. */
export const signs: ReadonlyMap<string, { text: string; sign: SignClass }> = new Map(
  (Object.keys(classes) as SignClass[]).flatMap((sign) =>
    classes[sign].map(([name, text]) => [name, { text, sign }] as const),
  ),
)
