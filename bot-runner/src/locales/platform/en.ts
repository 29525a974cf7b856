import type { BotState } from '../../../../src/contracts/runnerBots.ts'

/** English: what the platform bot says. */
export const en = {
  welcome:
    'Hello! I help creators of courses: I make their bots, list their courses and tell them when a bot needs them.',
  linkFirst:
    'I do not know yet which account is yours. In the admin, open your account (or the bot panel of a course) and press “Link Telegram”.',
  openAdmin: 'Open the admin',
  linked: ({ account }: { account: string }) =>
    `Done: this Telegram account is linked to ${account}. Is that not you? /unlink undoes it.`,
  unlinked: 'Unlinked. What you learned in chats stays with this Telegram account.',
  notLinked: 'This Telegram account is linked to nothing.',
  waitingRequests: 'These courses wait for their bots. One tap makes each:',
  createBot: ({ course }: { course: string }) => `Create the bot of “${course}”`,
  link: {
    expired: 'This link is no longer good: it lasts ten minutes. Take a new one in the admin.',
    used: 'This link has been used. Take a new one in the admin.',
    unknown: 'I do not know this link. Take a new one in the admin.',
    taken: 'This Telegram account is linked to another account. Unlink it there first.',
  },
  adopted: ({ course, bot }: { course: string; bot: string }) =>
    `@${bot} is now the bot of “${course}”. I am setting it up; it takes a few seconds.`,
  chooseSeveral: ({ bot }: { bot: string }) => `Several courses wait for a bot. Which one is @${bot} for?`,
  chooseExpired: ({ bot }: { bot: string }) =>
    `@${bot} came too late: the link had expired. If you want, give it to one of your courses.`,
  chooseNone: ({ bot }: { bot: string }) => `No course asked for @${bot}. Give it to one of yours?`,
  noFreeCourse: ({ bot }: { bot: string }) =>
    `No course asked for @${bot}, and none of yours is without a bot. /newcourse begins another one.`,
  foreign: ({ bot }: { bot: string }) =>
    `The link with which you made @${bot} belongs to another creator. The bot stays yours, and I do nothing with it.`,
  notLinkedOwner: ({ bot }: { bot: string }) =>
    `You made @${bot}, but I do not know which account is yours. Link Telegram in the admin and ask for the bot again.`,
  gone: 'This is not possible any more. Look at the bot panel of the course.',
  tokenRefused: ({ bot }: { bot: string }) => `Telegram does not let me manage @${bot}. Ask for another bot.`,
  notCreator: 'Your account does not make courses. Ask an administrator for the right to.',
  courses: 'Your courses:',
  noCourses: 'You have no courses yet. /newcourse begins one.',
  more: ({ count }: { count: number }) => `And ${count} more in the admin.`,
  draft: 'draft',
  published: 'published',
  noBot: 'no bot',
  state: {
    waitingForToken: 'waits for its bot',
    settingUp: 'the bot is being set up',
    unproven: 'the bot waits for its owner',
    ready: 'the bot is ready',
    live: 'the bot is live',
    paused: 'the bot is paused',
    needsRelink: '⚠️ the bot needs you',
    removing: 'the bot is being removed',
  } satisfies Record<BotState, string> as Record<BotState, string>,
  askTitle:
    'What is the course called? Send /newcourse and its title, for example:\n/newcourse Korean alphabet',
  made: ({ title }: { title: string }) => `“${title}” is made, as a draft. Write it in the admin:`,
  openCourse: 'Open the course',
  alert: ({ course, bot }: { course: string; bot: string | null }) =>
    `⚠️ The bot${bot === null ? '' : ` @${bot}`} of “${course}” does not work: Telegram refuses its token. Learners get no answers until you link it anew.`,
  help: '/courses – your courses and their bots\n/newcourse – begin a course\n/reviews – works of learners that wait for you\n/unlink – unlink this Telegram account\n/help – this list',
  commands: {
    start: 'Begin',
    courses: 'My courses and their bots',
    newcourse: 'Begin a course',
    reviews: 'Works to review',
    cancel: 'Take back what I was about to decide',
    unlink: 'Unlink this Telegram account',
    help: 'What I can do',
  },
}

export type PlatformTexts = typeof en
