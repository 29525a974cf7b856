/** `by`: who did it; null: nobody did. */
type Refused = { by: string | null }

/** English: what the platform bot says to reviewers. */
export const en = {
  team: {
    joined: {
      mentor: ({ course }: { course: string }) =>
        `You are a mentor of “${course}” now. Works of its learners come here; /reviews shows what waits and turns that off.`,
      coAuthor: ({ course }: { course: string }) =>
        `You are a co-author of “${course}” now: it is among the courses in your admin. Works of its learners come here; /reviews shows what waits and turns that off.`,
    },
    own: ({ course }: { course: string }) =>
      `“${course}” is your own course. Give the link to whom you want to invite.`,
    expired: (_: { course: string }) => 'This link is no longer good: it lasts a day. Ask for a new one.',
    used: (_: { course: string }) => 'Somebody has used this link. Ask for a new one.',
    unknown: (_: { course: string }) => 'I do not know this link. Ask for a new one.',
    notCreator: (_: { course: string }) =>
      'Co-authors need an account that may make courses. Link yours to this Telegram account first, then open the link again.',
    full: (_: { course: string }) => 'The team of this course is full.',
  },
  buttons: {
    claim: '👀 Look at it',
    release: '↩️ Leave it to others',
    approve: '✅ Approve',
    approveWith: '🎤 Approve with a comment or voice',
    reject: '❌ Reject with a comment',
  },
  card: {
    head: ({ learner, course, step }: { learner: string; course: string; step: string }) =>
      `📝 ${learner}\n${course} · ${step}`,
    attempt: ({ attempt }: { attempt: number }) => `Attempt ${attempt}`,
    late: '⏰ late',
    textAbove: '(The text stands above.)',
    files: ({ count }: { count: number }) => `📎 Files above: ${count}`,
    lost: ({ count }: { count: number }) => `⚠️ Files that Telegram no longer gave out: ${count}`,
    rubric: ({ text }: { text: string }) => `📋 For reviewers: ${text}`,
    lastComment: ({ text }: { text: string }) => `💬 About the attempt before: ${text}`,
    points: ({ max, pass }: { max: number; pass: number | null }) =>
      `🏅 Points: 0 to ${max}${pass === null ? '' : `, ${pass} to pass`}`,
    mine: '👀 You are looking at it.',
    held: ({ by }: { by: string }) => `👀 ${by} is looking at it.`,
    decided: {
      approved: ({ by }: { by: string | null }) =>
        by === null ? '✅ Approved by itself' : `✅ Approved by ${by}`,
      rejected: ({ by }: { by: string | null }) => (by === null ? '❌ Rejected' : `❌ Rejected by ${by}`),
    },
    score: ({ score, max }: { score: number; max: number }) => `🏅 ${score} of ${max}`,
    comment: ({ text }: { text: string }) => `💬 ${text}`,
    gone: 'This work is no longer there, or no longer yours to review.',
    goneLeft: ({ count }: { count: number }) =>
      `Telegram lets bots delete messages for two days. Please delete what was handed in yourself: ${count} ${count === 1 ? 'message' : 'messages'} above.`,
  },
  digest: {
    head: ({ count }: { count: number }) => `📥 Works waiting for a review: ${count}`,
    course: ({ course, count }: { course: string; count: number }) => `${course}: ${count}`,
    admin: ({ url }: { url: string }) => `All at once: ${url}`,
    next: '▶️ Show one',
    none: '✅ Nothing waits for a review any more.',
    noNext: 'Nothing is left that nobody looks at.',
  },
  ask: {
    reject: ({ learner }: { learner: string }) =>
      `What should be different in the work of ${learner}? Write it, or record a voice message: ${learner} gets it at once. /cancel leaves the work to others.`,
    approve: ({ learner }: { learner: string }) =>
      `What do you want to say to ${learner}? Write it, or record a voice message: the work is approved with it. /cancel leaves the work to others.`,
    points: ({ learner, max, pass }: { learner: string; max: number; pass: number | null }) =>
      `How many points does the work of ${learner} get, 0 to ${max}${pass === null ? '' : ` (${pass} to pass)`}? Send the number, with a comment behind it if you like: “${max} Well done”. A voice message gives all ${max}. /cancel leaves the work to others.`,
  },
  done: {
    approved: ({ learner }: { learner: string }) => `✅ Approved. ${learner} knows it.`,
    rejected: ({ learner }: { learner: string }) => `❌ Rejected. ${learner} knows why.`,
  },
  refused: {
    decided: ({ by }: Refused) =>
      by === null ? 'It has been approved by itself.' : `It is decided already: ${by}.`,
    claimed: ({ by }: Refused) => `${by} is looking at it.`,
    changed: (_: Refused) => 'Something has changed just now. Look at it again.',
    gone: (_: Refused) => 'This work is no longer there, or no longer yours to review.',
    notReviewer: (_: Refused) => 'I do not know this account.',
    comment: (_: Refused) => 'I need a word or a voice message for that.',
    score: (_: Refused) => 'The message has to begin with the points, and no more than there are.',
    scoreBelow: (_: Refused) => 'That is too little to pass. Give more, or reject the work.',
  },
  cancelled: 'Nothing is decided. Others can have the work.',
  nothingToCancel: 'I did not ask you for anything.',
  summary: {
    nobody: 'You review no course yet. Its creator can invite you.',
    head: '📝 Your reviews. Works waiting:',
    on: 'New works come here, each as a card; as one message when many wait.',
    off: 'New works do not come here.',
    turnOn: '🔔 Send me works',
    turnOff: '🔕 Send me nothing',
    leave: ({ course }: { course: string }) => `Leave “${course}”`,
  },
}

export type ReviewTexts = typeof en
