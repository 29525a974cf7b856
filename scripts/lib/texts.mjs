/**
 * Everything that the commands say to a person, in one place. A failure is what happened and what to do.
 * Plain JavaScript, because run.mjs speaks before there is a Node that reads TypeScript.
 */
export const texts = {
  /** @param {string} what @param {string} [advice] */
  failure: (what, advice) => `\n✖ ${what}${advice ? `\n  ${advice}` : ''}`,
  interrupted: 'Stopped before it was done.',
  /** @param {string} command */
  unknownCommand: (command) =>
    `There is no command "${command}". Try: npm start, npm run dev, npm test, npm run dev:down.`,

  // Bootstrap
  /** @param {string} version */
  gettingNode: (version) => `Node 24 (this machine runs ${version}), through npm`,
  /** @param {string} version */
  gotNode: (version) => `Node ${version.slice(1)}`,
  /** @param {string} output */
  nodeFailed: (output) => ({
    what: `Node 24 could not be fetched through npm.\n${output}`,
    advice: 'Check the network and try again, or install Node 24 yourself.',
  }),
  npmMissing: {
    what: 'npm is not on the PATH.',
    advice: 'Install npm (it comes with Node) and try again.',
  },
  installing: 'Dependencies (npm ci)',
  installed: 'Dependencies installed',
  /** @param {string} output */
  installFailed: (output) => ({
    what: `npm ci failed. Its last lines:\n${output}`,
    advice: 'Check the network and the disk, then run the same command again: it repeats the installation.',
  }),
  /** @param {string} path @param {number} free @param {number} needed */
  diskFull: (path, free, needed) => ({
    what: `The disk that holds ${path} has only ${free} MB free; ${needed} MB are needed.`,
    advice: 'Free some space, or point DATA_DIR to another disk, and try again.',
  }),
  /** @param {string} path @param {string} code */
  folderUnusable: (path, code) => ({
    what: `The folder ${path} cannot be used (${code}).`,
    advice: 'Give this user the right to read and write it, or set DATA_DIR to another folder.',
  }),

  // PostgreSQL
  postgres: 'PostgreSQL',
  /** @param {string} version @param {number} port */
  postgresReady: (version, port) => `PostgreSQL ${version} on 127.0.0.1:${port}`,
  postgresExternal: 'PostgreSQL at DATABASE_URL',
  /** @param {string} reason */
  postgresUnreachable: (reason) => ({
    what: `The database at DATABASE_URL does not answer: ${reason}.`,
    advice: 'Start it, correct DATABASE_URL, or unset DATABASE_URL to use the built-in PostgreSQL.',
  }),
  postgresPassword: {
    what: 'The database in the data folder does not accept the password kept in secrets.json.',
    advice:
      'Put back the secrets.json that belongs to this data, or set DATA_DIR to start with an empty one.',
  },
  /** @param {string[]} tried */
  postgresMissing: (tried) => ({
    what: `No PostgreSQL that runs here was found${tried.length > 0 ? ` (tried ${tried.join('; ')})` : ''}.`,
    advice: 'Install PostgreSQL 15 (apt-get install postgresql-15), or set DATABASE_URL to a running one.',
  }),
  /** @param {string} directory @param {string} version */
  postgresOtherMajor: (directory, version) => ({
    what: `The data in ${directory} was made by PostgreSQL ${version}, which was not found on this machine.`,
    advice: `Install PostgreSQL ${version}, or move that folder away to start with an empty database.`,
  }),
  /** @param {string} directory */
  postgresAsRoot: (directory) => ({
    what: `PostgreSQL refuses to run as root, and no other user could reach ${directory} on this machine.`,
    advice: 'Start as an ordinary user, set DATA_DIR to a folder under /var/lib, or set DATABASE_URL.',
  }),
  /** @param {string} output */
  initdbFailed: (output) => ({
    what: `The database folder could not be prepared. initdb said:\n${output}`,
    advice: 'Correct what it names, or set DATABASE_URL to a running PostgreSQL.',
  }),

  // Redis
  redis: 'Redis',
  /** @param {string} version @param {number} port */
  redisReady: (version, port) => `Redis ${version} on 127.0.0.1:${port}`,
  redisExternal: 'Redis at REDIS_URL',
  /** @param {string} reason */
  redisUnreachable: (reason) => ({
    what: `The Redis at REDIS_URL does not answer: ${reason}.`,
    advice: 'Start it, correct REDIS_URL, or unset REDIS_URL to use one of our own.',
  }),
  /** @param {string} reason */
  redisMissing: (reason) => ({
    what: `No redis-server (6.2 or newer) was found, and it could not be fetched: ${reason}`,
    advice:
      'Install it (apt-get install redis-server, brew install redis), or set REDIS_URL to a running one.',
  }),

  /** @param {string} path */
  doesNotRun: (path) => `${path} does not run here.`,

  // Debian packages
  /** @param {string} names */
  fetchingPackages: (names) => `Fetching ${names} from the system's package archive`,
  notDebian: 'this system has no apt-get.',
  /** @param {string} command @param {string} output */
  aptFailed: (command, output) => `${command} failed:\n${output}`,

  // Chromium
  chromium: 'Chromium for the browser tests',
  /** @param {string} version */
  chromiumReady: (version) => version,
  /** @param {string} reason */
  chromiumMissing: (reason) => ({
    what: `No Chromium was found, and it could not be fetched: ${reason}`,
    advice: 'Install it (apt-get install chromium), or set CHROMIUM_PATH to a Chrome or Chromium.',
  }),

  // Processes
  /** @param {string} title @param {string} how */
  endedUnexpectedly: (title, how) => `! ${title} ended unexpectedly (${how}); starting it again`,
  /** @param {string} title @param {string} file */
  reloading: (title, file) => `↻ ${title}: ${file} changed`,
  /** @param {string} title @param {number} pid */
  isBack: (title, pid) => `✔ ${title} is back (pid ${pid})`,
  /** @param {string} title @param {number} times @param {string} output */
  keepsFailing: (title, times, output) =>
    `✖ ${title} failed to start${times > 1 ? ` ${times} times in a row` : ''}; trying on. Its last lines:\n${output}`,
  /** @param {string} title @param {string} how @param {string} output @param {string} logFile */
  didNotStart: (title, how, output, logFile) => ({
    what: `${title} did not start (${how}). Its last lines:\n${output}`,
    advice: `The whole log is in ${logFile}.`,
  }),
  /** @param {string} how */
  endedWith: (how) => `ended with ${how}`,
  /** @param {number} seconds */
  notReadyAfter: (seconds) => `not ready after ${seconds} s`,
  stopping: 'Stopping (Ctrl-C again to force)',
  stopped: 'Everything is stopped.',
  parentGone: 'The npm that started this has ended: stopping.',
  /** @param {string} variable @param {number} port @param {string} holder */
  portBusy: (variable, port, holder) => ({
    what: `Port ${port} is taken${holder ? ` by ${holder}` : ''}.`,
    advice: `Stop that program, or choose another port with ${variable}=… npm start.`,
  }),
  /** @param {string} one @param {string} other @param {number} port */
  portTwice: (one, other, port) => ({
    what: `${one} and ${other} are both ${port}.`,
    advice: 'Give each of them a port of its own.',
  }),
  /** @param {string} variable @param {string} value */
  portInvalid: (variable, value) => ({
    what: `${variable}=${value} is not a port number (1 to 65535).`,
    advice: `Correct ${variable} or unset it.`,
  }),
  /** @param {string} dataDir @param {string} addresses */
  alreadyRunning: (dataDir, addresses) => ({
    what: `Another start is already running with the data in ${dataDir}${addresses ? `:\n${addresses}` : '.'}`,
    advice: 'Stop it with npm run dev:down (or Ctrl-C where it runs), or set DATA_DIR to start a second one.',
  }),

  /** @param {string} title */
  starting: (title) => `Starting: ${title}`,
  process: { web: 'Web', runner: 'Bot runner', emulator: 'Telegram emulator' },
  /** @param {'web' | 'runner' | 'emulator'} name @param {string} url */
  processReady: (name, url) => `${texts.process[name]} on ${url}`,

  // Accounts and demo
  accounts: 'Accounts',
  /** @param {string} file */
  accountsReady: (file) => `Accounts (${file})`,
  /** @param {string} file */
  accountsMade: (file) => `Accounts made (${file})`,
  /** @param {string} file */
  noCredentials: (file) => `    ${file} was not written`,
  /** @param {string} output */
  seedFailed: (output) => ({
    what: `The accounts could not be made:\n${output}`,
    advice: 'Correct what it names and start again.',
  }),
  demo: 'Demo courses',
  demoReady: 'Demo courses are live',
  /** @param {string} reason */
  demoFailed: (reason) => `The demo courses could not be brought up; the rest works. ${reason}`,
  /** @param {string} email */
  demoNoLogin: (email) => `${email} cannot sign in.`,
  /** @param {string} state @param {string} problem */
  demoNotLive: (state, problem) => `After 60 s its bot is still "${state}". ${problem}`,

  panel: {
    web: 'Web',
    admin: 'Admin',
    login: 'Creator login',
    otherLogins: 'All logins',
    emulator: 'Telegram page',
    /** @param {string} language */
    demo: (language) => `Demo course ${language}`,
    runner: 'Bot runner',
    /** @param {{ email: string, password: string }} account @param {boolean} isShown */
    account: ({ email, password }, isShown) => (isShown ? `${email}  ${password}` : email),
    /** @param {boolean} isPublic */
    live: (isPublic) => [
      '  Real Telegram: open a course in the admin and paste the token that @BotFather gave you',
      '  into its bot panel. The bot comes alive by itself.',
      isPublic
        ? '  Updates come by webhook to RUNNER_PUBLIC_URL: it must be reachable from the internet.'
        : '  Updates are polled. For webhooks set RUNNER_PUBLIC_URL to a public https address.',
    ],
    stop: '  Stop: Ctrl-C here, or npm run dev:down.   Logs: npm run dev:logs',
  },

  // Commands about a running stack
  notRunning: 'Nothing is running with this data folder.',
  /** @param {number} pid */
  stoppingStack: (pid) => `Stopping the stack (launcher pid ${pid})`,
  /** @param {string} folder */
  noLogs: (folder) => `There are no logs in ${folder} yet.`,
  /** @param {string} name */
  noBench: (name) => ({
    what: `There is no bench "${name}".`,
    advice: 'Benches are the files of bench/: npm run bench -- bot --json result.json',
  }),

  // Import
  importUsage: `How to use it:
    npm run import -- <folder or .zip> [options]

    --publish              publish it at once
    --course ID            the course that this one shall take the place of
    --title, --description, --category, --language TEXT
    --tags ONE,OTHER       what the source does not say of the course, or says otherwise
    --include PATH         a file, folder or pattern (notes/*.md) that is a lesson too; may be repeated
    --skip PATH            one that is none
    --lenient              list slips (missing pictures, blocks that are never closed) instead of refusing them
    --as E-MAIL            whose course it is; the creator of credentials.json unless given
    --json                 the report as one JSON object
    --help                 this

    docs/guides/import.md says what becomes of what.`,
  importNoSource: 'Which folder or .zip shall be imported?',
  /** @param {string} more */
  importManySources: (more) => `One folder or .zip at a time; what are these: ${more}`,
  /** @param {string} name */
  importEmptyOption: (name) => `--${name} needs a value.`,
  /** @param {string} name @param {string} value @param {string} allowed */
  importUnknownValue: (name, value, allowed) => `--${name} ${value} is none of these: ${allowed}.`,
  /** @param {string} name */
  importing: (name) => `Importing ${name}`,
  /** @param {string} name */
  imported: (name) => `Imported ${name}`,
  /** @param {string} output */
  importFailed: (output) => ({
    what: `The import failed, and nothing of it was kept. Its last lines:\n${output}`,
    advice: 'This is a defect: please report it with these lines.',
  }),

  // services
  /** @param {string} databaseUrl @param {string} adminUrl @param {string} redisUrl */
  services: (databaseUrl, adminUrl, redisUrl) =>
    `\n  DATABASE_URL=${databaseUrl}\n  TEST_DATABASE_ADMIN_URL=${adminUrl}\n  REDIS_URL=${redisUrl}\n\n  Ctrl-C stops both.`,

  // Tests
  /** @param {string} name */
  suiteBegins: (name) => `\n▶ ${name}`,
  /** @param {string} name @param {boolean} isPassed @param {string} time */
  suiteEnds: (name, isPassed, time) =>
    `${isPassed ? '✔' : '✖'} ${name} ${isPassed ? 'passed' : 'failed'} (${time})`,
  /** @param {string} name @param {boolean} isPassed @param {string} time */
  suiteRow: (name, isPassed, time) =>
    `  ${isPassed ? '✔' : '✖'} ${name.padEnd(14)} ${(isPassed ? 'passed' : 'FAILED').padEnd(8)} ${time.padStart(12)}`,
  noReport: 'The test runner ended before it could say what failed: see its output above.',
  uncaught: 'An error that no test caught',
  /** @param {string} name @param {string} why */
  suiteFailure: (name, why) => `\n✖ ${name}\n${why}`,
  /** @param {number} passed @param {number} failed */
  suiteTotal: (passed, failed) => `${passed} passed, ${failed} failed`,
  /** @param {string} path */
  toolMissing: (path) => `${path} is not installed.`,
  /** @param {string} file */
  notGenerated: (file) => `${file} is not what its sources give: run npm run generate and commit it.`,

  generating: 'Generating types, the import map and the Bot API schema',
  /** @param {string} output */
  generateFailed: (output) => `The files could not be generated:\n${output}`,

  // Build
  building: 'Building the web application',
  /** @param {string} directory */
  built: (directory) => `Web application built (${directory})`,
  waitingForBuild: 'Another build of the same sources is at work: waiting for it',
  otherBuildEnded: 'The other build has ended',
  /** @param {string} output */
  buildFailed: (output) => ({
    what: `next build failed. Its last lines:\n${output}`,
    advice: 'Correct what it names and try again.',
  }),
}
