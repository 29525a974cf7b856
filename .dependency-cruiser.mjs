/** The borders of the house (docs/ARCHITECTURE.md). `npm test -- borders` checks them. */
const only = (name, packages, folders, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(src|collections|hooks|bot-runner|telegram-emulator|payload\\.config)', pathNot: folders },
  to: { path: `node_modules/(${packages})(/|$)` },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-resolvable',
      comment: 'mdast and hast are types alone (@types).',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(mdast|hast)$' },
    },
    {
      name: 'lesson-and-contracts-are-pure',
      comment: 'They run in the browser too: no I/O, and nothing of the product but each other.',
      severity: 'error',
      from: { path: '^src/(lesson|contracts)/', pathNot: '\\.test\\.ts$|^src/lesson/testing/' },
      to: {
        pathNot:
          '^src/(lesson|contracts)/|node_modules/(zod|intl-messageformat|@formatjs|@grammyjs/types|string-width|temporal-(polyfill|utils)|re2js)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'runner-knows-contracts-lesson-and-types',
      severity: 'error',
      from: { path: '^bot-runner/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(src|collections|hooks|payload\\.config)',
        pathNot: '^src/(contracts|lesson)/|^src/payload-types\\.ts$',
      },
    },
    {
      name: 'emulator-stands-alone',
      severity: 'error',
      from: { path: '^telegram-emulator/' },
      to: { path: '^(src|collections|hooks|bot-runner|scripts|tests|payload\\.config)' },
    },
    {
      name: 'cms-knows-no-other-process',
      severity: 'error',
      from: { path: '^(src|collections|hooks|payload\\.config)' },
      to: { path: '^(bot-runner|telegram-emulator|scripts|tests|bench|simulate)' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: {
        path: '^(src|collections|hooks|bot-runner|telegram-emulator|payload\\.config)',
        pathNot: '\\.test\\.ts$|/testing/',
      },
      to: { path: '\\.test\\.ts$|^tests/|/testing/' },
    },
    {
      name: 'features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^bot-runner/src/bot/features/([^/]+)/' },
      to: { path: '^bot-runner/src/bot/features/([^/]+)/', pathNot: '^bot-runner/src/bot/features/$1/' },
    },
    only(
      'grammy-in-the-runner',
      'grammy',
      '^bot-runner/|^telegram-emulator/src/examples/|\\.test\\.ts$',
      'Telegram is spoken to by the runner alone.',
    ),
    only('stripe-in-payments', 'stripe', '^src/payments/', 'Money is taken in one place.'),
    only(
      'bullmq-at-the-queues',
      'bullmq',
      '^(src/queue|bot-runner)/',
      'Jobs are made in src/queue and worked on in the runner.',
    ),
    only(
      'no-isolates-outside-the-plugin-host',
      'isolated-vm',
      '^bot-runner/src/sandbox/host/',
      'Untrusted code has a process of its own.',
    ),
    only('stripe-in-its-folder', 'stripe', '^src/payments/', 'One place speaks to Stripe.'),
    {
      name: 'config-imports-no-tsx',
      comment: 'Node strips types, not JSX: components are named by path.',
      severity: 'error',
      from: {
        path: '^(payload\\.config|collections|hooks|src/(access|endpoints|operations|queue|releases|gateway|database))',
      },
      to: { path: '\\.tsx$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^src/app/\\(payload\\)/admin/importMap\\.js$|^\\.next|^telegram-emulator/(src/ui/page|dist)',
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    combinedDependencies: true,
  },
}
