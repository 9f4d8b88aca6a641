import type { Diagnostic, Location, Origin, SourceMap } from '../../src/diagnostics/index.ts';

const models = 'specs/models.yaml';
const servers = 'specs/servers.yaml';

/** Places by file and pointer, as a reader would find them. */
const places: Readonly<Record<string, Location>> = {
  [`${models}/spec/memory`]: { line: 12, column: 11, length: 4, text: '  memory: 4Gbi # as measured' },
  [`${models}/spec/server`]: { line: 9, column: 11, length: 3, text: '  server: gpu' },
  [`${servers}/metadata/name`]: { line: 104, column: 9, length: 3, text: '  name: cpu' },
  [`${models}/tab`]: { line: 3, column: 5, length: 2, text: '\ta: 漢字 \u202ex\u001b[2Jy' },
  [`${models}/wide`]: { line: 4, column: 7, length: 2, text: '漢字e\u0301: 値段 # 漢' },
  [`${models}/end`]: { line: 5, column: 4, length: 1, text: 'a: ' },
  [`${models}/middle`]: { line: 6, column: 501, length: 6, text: `${'x'.repeat(500)}needle${'y'.repeat(500)}` },
  [`${models}/long`]: { line: 7, column: 1, length: 900, text: '漢'.repeat(900) },
  [`${models}/marks`]: { line: 8, column: 1, length: 1, text: `a${'\u0301'.repeat(5000)}b` },
};

export const sources: SourceMap = {
  locate: (origin: Origin) => places[`${origin.file}${origin.pointer ?? ''}`],
};

const at = (pointer: string): Origin => ({ file: models, document: 1, pointer });

export const sample: readonly Diagnostic[] = [
  {
    code: 'STW1203',
    severity: 'error',
    message: '`4Gbi` is not a quantity',
    origin: at('/spec/memory'),
    related: [],
    help: 'write a number and a unit, such as `4Gi`',
    fix: { title: 'write `4Gi`', origin: at('/spec/memory'), text: '4Gi' },
  },
  {
    code: 'STW1204',
    severity: 'warning',
    message: 'the server `gpu` is not there',
    origin: at('/spec/server'),
    related: [
      { origin: { file: servers, document: 0, pointer: '/metadata/name' }, message: 'did you mean this one?' },
      { origin: { file: 'specs/gone.yaml' }, message: 'it was here' },
    ],
    fix: { title: 'remove the pin', origin: at('/spec/server'), text: '' },
  },
  { code: 'STW1701', severity: 'info', message: 'the lock was repaired', related: [] },
  { code: 'STW1011', severity: 'error', message: 'too large', origin: { file: models }, related: [] },
  {
    code: 'STW1205',
    severity: 'error',
    message: 'a name with \u001b[31mred\u001b[0m, a\nline and \u202eback, \u0007, 100%: x, \ud800',
    origin: at('/tab'),
    related: [{ origin: at('/tab'), message: '\r\u2028here' }],
    help: '\u001b]0;title\u0007',
  },
];

export const layouts: readonly Diagnostic[] = ['wide', 'end', 'middle', 'long', 'marks'].map((name) => ({
  code: 'STW1206',
  severity: 'error',
  message: name,
  origin: at(`/${name}`),
  related: [],
}));
