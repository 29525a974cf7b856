/** Stands in every reminder, so that it is known as one. */
export const reminderSign = '(call '

/** Days after which whoever stays away is called: some courses do so often, some twice. */
const ladders = [
  [1, 2, 3, 5],
  [2, 4],
] as const

export const planReminders = (index: number) => ({
  isOn: true,
  ladder: (ladders[index % ladders.length] ?? ladders[0]).map((amount, rung) => {
    const text = `The course waits for you ${reminderSign}${rung + 1})`
    return { amount, unit: 'days', texts: { en: text, ru: text } }
  }),
})
