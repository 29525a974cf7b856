import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { latexToUnicode } from './latexToUnicode.ts'

describe('latexToUnicode', () => {
  it.each([
    ['E=mc^2', 'E = mc²'],
    ['x_{i+1}^{2n}', 'xᵢ₊₁²ⁿ'],
    ['a^{\\infty}', 'a^∞'],
    ['x^{y^{z}}', 'x^(yᶻ)'],
    ['\\frac{1}{2}', '1/2'],
    ['\\frac{a+b}{c}', '(a + b)/c'],
    ['\\dfrac{x}{(y+1)}', 'x/(y + 1)'],
    ['\\sqrt{2}+\\sqrt[3]{x+1}-\\sqrt[n]{y}', '√2 + ∛(x + 1) − ⁿ√y'],
    ['\\alpha\\le\\Omega', 'α ≤ Ω'],
    ['\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}', '∑ᵢ₌₁ⁿ i = (n(n + 1))/2'],
    ['\\int_0^\\infty e^{-x}\\,dx', '∫₀^∞ e⁻ˣ dx'],
    ['\\lim_{x\\to 0}\\sin x', 'lim_(x→0) sin x'],
    ['-1 + (-2)', '−1 + (−2)'],
    ['f\\left(x\\right) = \\{a, b\\}', 'f(x) = {a, b}'],
    ['x \\in \\mathbb{R}', 'x ∈ ℝ'],
    ['\\text{если } x > 0', 'если x > 0'],
    ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '(1 2; 3 4)'],
    ['f(x)=\\begin{cases}1&x>0\\\\0&\\text{else}\\end{cases}', 'f(x) = { 1, x > 0; 0, else'],
    ['\\begin{aligned}a&=1\\\\b&=2\\end{aligned}', 'a = 1\nb = 2'],
    ['\\hat{x}\\cdot\\vec{v}', 'x̂ · v⃗'],
    ['\\binom{n}{k}', 'C(n, k)'],
    ['a \\equiv b \\pmod{n}', 'a ≡ b (mod n)'],
    ["f'(x)\\% 5\\_", 'f′(x)%5_'],
    ['H_2O', 'H₂O'],
    ['x % a remark\n+ 1', 'x + 1'],
    ['\\operatorname{rank} A', 'rank A'],
  ])('should read %s', (latex, text) => {
    expect(latexToUnicode(latex)).toBe(text)
  })

  it.each([
    ...[
      '\\unknown{x}',
      '{',
      'x^',
      '}',
      'a & b',
      '\\frac{1}',
      '\\begin{tikzpicture}\\end{tikzpicture}',
      '\\left',
    ],
    ...[
      '\\begin{pmatrix}1',
      '\\text{\\alpha}',
      '\\constructor',
      '\\sqrt[3',
      '',
      '{'.repeat(500) + '}'.repeat(500),
    ],
    '\\begin{cases}1\\end{pmatrix}',
  ])('should leave %s to its source', (latex) => {
    expect(latexToUnicode(latex)).toBeNull()
  })

  it('should bear any text', () => {
    const piece = fc.constantFrom(
      ...[
        '\\frac',
        '\\sqrt',
        '\\begin{cases}',
        '\\end{cases}',
        '{',
        '}',
        '[',
        ']',
        '^',
        '_',
        '&',
        '\\\\',
        'x',
        ' ',
        '\\left',
        '\\text',
      ],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (latex) => {
        const read = latexToUnicode(latex)
        if (read !== null) expect(read.trim()).not.toBe('')
      }),
      { numRuns: 2000 },
    )
  })
})
