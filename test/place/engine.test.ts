import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { solverVersion } from '../../src/place/index.ts';

/** Another engine may answer otherwise: then `solverVersion` changes with it. */
test('the engine is the one that the solver version stands for', () => {
  const file = createRequire(import.meta.url).resolve('highs/runtime');
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  expect({ solverVersion, hash }).toEqual({
    solverVersion: '5',
    hash: '528be4365bea1d4188988646b244263f50320df55782e14d6af5bce7cd45c840',
  });
});
