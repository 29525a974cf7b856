import type { ReleaseContent } from '../../releases/buildReleaseContent.ts'
import type { Offer } from '../../releases/offerOf.ts'
import { pictureOf } from '../../releases/pictureOf.ts'
import { fromLexical } from '../../lesson/content/fromLexical.ts'
import type { CatalogueEntry } from './writeEntries.ts'
import { textOfBlocks } from './textOfBlocks.ts'
import { wordsOf } from './wordsOf.ts'

/** PostgreSQL takes a megabyte of lexemes of one row; so much text stays below that, whatever it is. */
const longestText = 200_000
/** So many words of the description weigh more than the rest of it. */
const openingWords = 12
const mostWords = 1000

/** Words that a search may be completed or corrected to. */
const isCompletable = (word: string) => word.length > 1 && word.length <= 40 && !/^\p{N}+$/u.test(word)

/** What the catalogue holds of a published course. Answers to quizzes are not in it, nor anything of the working copy’s steps. */
export const describeEntry = (
  offer: Offer,
  release: { id: string; content: Omit<ReleaseContent, 'isProtected'> },
): CatalogueEntry => {
  const { content } = release
  const { tags, pricingModel, price, currency, priceStars } = offer
  const category = offer.category ?? 'other'
  const difficulty = offer.difficultyLevel ?? 1
  const title = wordsOf(content.title)
  const tagWords = tags.flatMap(wordsOf)
  const description = wordsOf(content.description)
  const stepTitles = content.steps.flatMap((step) => wordsOf(step.title))
  const steps = content.steps
    .map(
      (step) => `${step.section ?? ''} ${step.description ?? ''} ${textOfBlocks(fromLexical(step.content))}`,
    )
    .join(' ')
    .slice(0, longestText)
  const completable = new Set([...title, ...tagWords, ...description, ...stepTitles].filter(isCompletable))
  return {
    course_id: content.courseId,
    release_id: release.id,
    title: content.title,
    description: content.description,
    language: content.language,
    category,
    tags,
    difficulty,
    duration: content.estimatedDuration,
    pricing_model: pricingModel,
    price,
    currency,
    price_stars: priceStars,
    picture_id: pictureOf(content)?.id ?? null,
    steps_count: content.steps.length,
    title_words: title.join(' '),
    tag_words: tagWords.join(' '),
    opening_words: description.slice(0, openingWords).join(' '),
    other_words: [...description, ...stepTitles, ...wordsOf(steps)].join(' ').slice(0, longestText),
    kinds: [
      '=',
      `=l:${content.language}`,
      `=c:${category}`,
      `=d:${difficulty}`,
      `=p:${pricingModel === 'free' ? 'free' : 'paid'}`,
    ],
    completable: [...completable].slice(0, mostWords).toSorted(),
  }
}
