/** What all the bots of this bench have in common: the course, its texts, and the learners who are active. */
export const stepsCount = 40

/** Learners stand at the start on one of so many first steps, each on one that was shown and not completed. */
export const startSteps = 10

/** Learners who act during one measurement, taken at random from all. */
export const activeCount = 1000

/** Of the form that BotFather gives. */
export const botToken = `7000000001:${'b'.repeat(35)}`

export const stepTitle = (index: number): string => `Step ${index + 1}`

export const stepText =
  'A step of usual length says one thing and says it in a few sentences, so that it can be read on the way. ' +
  'It names the thing, shows it once, and asks the reader to look for it in what they know. ' +
  'What comes next builds on it, and whoever has understood this much taps the button below.'

/** A learner as the load knows them. `position`: 0-based index of the step that they stand on. */
export type Learner = { telegramId: number; position: number }

export const firstTelegramId = 5_000_000_000

/** The n-th learner of any case starts here. */
export const startPosition = (index: number): number => index % startSteps

/**
 * Learners out of all, at random, and at each call others: who has acted stands elsewhere by then.
 * @throws {Error} when all have had their turn
 */
export const createPicker = (total: number) => {
  const taken = new Set<number>()
  return (): Learner[] => {
    if (taken.size + activeCount > total) throw new Error('all learners have had their turn')
    const picked: Learner[] = []
    while (picked.length < activeCount) {
      const index = Math.floor(Math.random() * total)
      if (taken.has(index)) continue
      taken.add(index)
      picked.push({ telegramId: firstTelegramId + index, position: startPosition(index) })
    }
    return picked
  }
}
