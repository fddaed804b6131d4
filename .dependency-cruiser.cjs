// The table "The flow is the layout" as a rule: a folder of src/ imports only what stands beside it here.
const mayImport = {
  shared: [],
  domain: ['shared'],
  'event-log': ['shared'],
  queue: ['shared', 'event-log'],
  ingestion: ['shared', 'domain', 'event-log', 'queue'],
  analysis: ['shared', 'domain'],
  model: ['shared', 'domain', 'analysis'],
  threading: ['shared', 'domain', 'event-log', 'queue', 'analysis', 'model', 'projections'],
  projections: ['shared', 'domain', 'event-log', 'queue'],
  'read-api': ['shared', 'domain', 'event-log', 'projections'],
  subscriptions: ['shared', 'domain', 'event-log', 'queue', 'projections'],
};
const flow = Object.keys(mayImport).join('|');

module.exports = {
  forbidden: [
    ...Object.entries(mayImport).map(([folder, allowed]) => ({
      name: `${folder}-imports`,
      severity: 'error',
      comment: `src/${folder} may import only: ${allowed.join(', ') || 'nothing of src'}`,
      from: { path: `^src/${folder}/`, pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
    })),
    {
      name: 'read-models-stand-alone',
      severity: 'error',
      comment: 'A read model never reads another read model.',
      from: { path: '^src/projections/([^/]+)/.+' },
      to: { path: '^src/projections/([^/]+)/.+', pathNot: '^src/projections/$1/' },
    },
    {
      name: 'nothing-imports-composition',
      severity: 'error',
      from: { path: `^src/(${flow})/` },
      to: { path: '^src/(cli/|embedded-postgres/|[^/]+\\.ts$)' },
    },
    {
      name: 'embedded-postgres-stands-alone',
      severity: 'error',
      from: { path: '^src/embedded-postgres/' },
      to: { path: '^src/', pathNot: '^src/embedded-postgres/' },
    },
    {
      name: 'commands-are-on-top',
      severity: 'error',
      comment: 'Only the program itself names its commands.',
      from: { path: '^src/', pathNot: '^src/(cli/|main\\.ts$)' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'analysis-is-pure',
      severity: 'error',
      comment: 'Text in, statements out: no I/O, no Nest.',
      from: { path: '^src/(analysis|domain)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '(node_modules/(@nestjs|typeorm|pg|bullmq|ioredis)/|^(node:)?(fs|net|https?|child_process)(/|$))',
      },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-barrels',
      severity: 'error',
      comment: 'A file that imports its own folder’s barrel dies at start under ESM.',
      from: {},
      to: { path: '^src/.*/index\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
