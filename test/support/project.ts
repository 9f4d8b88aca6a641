import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/program.ts';

/** What a run of the command line printed and returned. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own for one test, removed when that ends. */
export class TestProject {
  readonly root = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  /** The cache folder of the user who runs commands here. */
  readonly cache = mkdtempSync(join(tmpdir(), 'stowage-cache-'));

  constructor(files: Readonly<Record<string, string>> = {}) {
    onTestFinished(() => this.remove());
    this.write(files);
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
  }

  remove(): void {
    for (const folder of [this.root, this.cache]) rmSync(folder, { recursive: true, force: true });
  }

  async run(args: readonly string[], stdin = '', env: Readonly<Record<string, string>> = {}): Promise<Ran> {
    let stdout = '';
    let stderr = '';
    const code = await run(args, {
      cwd: this.root,
      env: { XDG_CACHE_HOME: this.cache, ...env },
      isTTY: { stdout: false, stderr: false },
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
      stdin: () => new TextEncoder().encode(stdin),
    });
    return { code, stdout, stderr };
  }
}

/** The project that the examples of error pages are laid over. */
export const baseProject: Readonly<Record<string, string>> = {
  'stowage.yaml': `environments:
  - name: test
    inputs: [specs]
`,
  'specs/environment.yaml': `apiVersion: stowage.dev/v1alpha1
kind: Environment
metadata:
  name: test
spec:
  namespace: models
  stores:
    - name: artifacts
      uri: s3://example-models
  images:
    stowage: registry.example.com/stowage:1.0.0
    envoy: registry.example.com/envoy:1.40.0
`,
  'specs/servers.yaml': `apiVersion: stowage.dev/v1alpha1
kind: Server
metadata:
  name: cpu
spec:
  runtime: mlserver
  replicas: 2
  memory: 4Gi
`,
};

/** A Model document with what it needs and no more. */
export function modelYaml(name: string, fields: Readonly<Record<string, string>> = {}): string {
  const all = { format: 'sklearn', storage: `{ uri: s3://example-models/${name} }`, memory: '256Mi', ...fields };
  const spec = Object.entries(all).map(([key, value]) => `  ${key}: ${value}\n`);
  return `apiVersion: stowage.dev/v1alpha1\nkind: Model\nmetadata:\n  name: ${name}\nspec:\n${spec.join('')}`;
}
