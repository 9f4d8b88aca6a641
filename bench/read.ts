import { loadAll, parseEvents } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { Diagnostics } from '../src/diagnostics/index.ts';
import { readDocuments } from '../src/read/index.ts';

// Reads 10,000 generated models with our reader and with others, in one process, in turns, and prints the ratios of
// the medians. Run it with `node bench/read.ts`.

const rounds = 9;
const modelsPerFile = 2_500;
const files = Array.from({ length: 4 }, (_, file) => ({
  path: `specs/models-${file}.yaml`,
  text: Array.from({ length: modelsPerFile }, (_, i) => model(file * modelsPerFile + i)).join('---\n'),
}));

function model(i: number): string {
  return `apiVersion: stowage.dev/v1alpha1
kind: Model
metadata:
  name: model-${i}
  labels:
    team: team-${i % 40}
spec:
  format: { name: sklearn, version: "1.${i % 9}" }
  storage:
    uri: s3://models/team-${i % 40}/model-${i}
    version: v${i % 7}
  memory: ${100 + (i % 900)}Mi # with some room
  replicas: ${1 + (i % 3)}
  requires: [sklearn, cpu]
`;
}

const contenders: Readonly<Record<string, () => void>> = {
  'our reader': () => {
    const diagnostics = new Diagnostics();
    let count = 0;
    for (const file of files) count += readDocuments(file, diagnostics).length;
    if (count !== 4 * modelsPerFile || diagnostics.hasErrors) throw new Error('the sample was not read whole');
  },
  'js-yaml parseEvents': () => {
    for (const { text } of files) parseEvents(text, {});
  },
  'js-yaml loadAll': () => {
    for (const { text } of files) loadAll(text);
  },
  'yaml parseAllDocuments + toJS': () => {
    for (const { text } of files)
      for (const document of parseAllDocuments(text)) if ('toJS' in document) document.toJS();
  },
};

const times = new Map<string, number[]>();
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(contenders)) {
    const start = performance.now();
    run();
    times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const ours = median(times.get('our reader') ?? []);
const size = files.reduce((sum, { text }) => sum + text.length, 0);
console.log(`${4 * modelsPerFile} models, ${(size / 1e6).toFixed(1)} MB, median of ${rounds} rounds`);
for (const [name, values] of times) {
  const own = median(values);
  console.log(`${name.padEnd(30)} ${own.toFixed(0).padStart(6)} ms   ours takes ${(ours / own).toFixed(2)} of it`);
}
