import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { digestOf } from '../../src/runtime/agent/artifacts/digest.ts';
import { fileSteps } from '../../src/runtime/files.ts';
import { agentOnDisk, modelBytes, planOf, versions } from '../runtime/agent/agent-on-disk.ts';
import { mounted } from '../runtime/agent/stand-ins.ts';
import { type RepositoryServer, startRepositoryServer } from '../support/repository-server.ts';

const root = mkdtempSync(join(tmpdir(), 'killed-agent-'));
const store = join(root, 'store');
const digests: Record<string, string> = {};

beforeAll(async () => {
  for (const version of versions) {
    mkdirSync(join(store, version), { recursive: true });
    writeFileSync(join(store, version, 'model.joblib'), version.repeat(modelBytes / version.length));
    writeFileSync(join(store, version, `${version}.txt`), '');
    const content = await digestOf(join(store, version));
    if ('digest' in content) digests[version] = `sha256:${content.digest}`;
  }
});

afterAll(() => {
  fileSteps.before = () => {};
  execFileSync('chmod', ['-R', 'u+w', root]);
  rmSync(root, { recursive: true, force: true });
});

/** Which versions are verified: those that stand under the name of their digest. */
function verified(disk: string): readonly string[] {
  const artifacts = join(disk, 'artifacts');
  if (!existsSync(artifacts)) return [];
  return readdirSync(artifacts).flatMap((name) => versions.filter((version) => digests[version] === `sha256:${name}`));
}

/** What a server is told to load is the whole of one version, from under its digest. */
function expectVerified(disk: string, name: string): void {
  const settings = JSON.parse(readFileSync(join(disk, 'repository', name, 'model-settings.json'), 'utf8'));
  expect(settings.name).toBe(name);
  const { uri } = settings.parameters;
  const digest = digests[name]?.replace('sha256:', '') ?? '';
  expect(uri).toBe(join(disk, 'artifacts', digest, 'model.joblib'));
  expect(readFileSync(uri, 'utf8')).toBe(name.repeat(modelBytes / name.length));
}

/** A disk, and a server that outlives agents and notes what it was told to load that was not verified. */
async function aPod(name: string): Promise<{
  readonly disk: string;
  readonly server: RepositoryServer;
  readonly faults: unknown[];
}> {
  const disk = join(root, name);
  const faults: unknown[] = [];
  const server = await startRepositoryServer(join(disk, 'repository'), (model) => {
    try {
      expectVerified(disk, model);
    } catch (error) {
      faults.push(error);
    }
  });
  return { disk, server, faults };
}

function run(disk: string, port: number, step: number): Promise<{ readonly signal?: string; readonly stdout: string }> {
  const program = fileURLToPath(new URL('../runtime/agent/killed-agent.ts', import.meta.url));
  const args = [program, disk, store, String(port), JSON.stringify(digests), String(step)];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { timeout: 20_000 }, (error, stdout) =>
      resolve({ stdout, ...(error?.signal && { signal: error.signal }) }),
    );
  });
}

/** A new agent on a disk comes to the last plan, and fetches nothing that is verified there. */
async function expectRecovery({ disk, server, faults }: Awaited<ReturnType<typeof aPod>>, where: string) {
  const before = verified(disk);
  const fetched = new Set<string>();
  fileSteps.before = (step, path) => {
    const version = versions.find((one) => step === 'write' && path.endsWith(`/${one}.txt`));
    if (version !== undefined) fetched.add(version);
  };
  const { agent, states } = agentOnDisk(disk, store, server.port);
  try {
    agent.adopt(mounted(planOf(store, digests, ['a-2', 'b-1'])));
    await agent.start();
    await vi.waitFor(() => expect(states(), where).toEqual({ 'a-2': 'ready', 'b-1': 'ready' }), {
      timeout: 10_000,
      interval: 5,
    });
    await vi.waitFor(() =>
      expect([...server.loaded].sort(), where).toEqual([
        ['a-2', 'READY'],
        ['b-1', 'READY'],
      ]),
    );
    expect(faults, where).toEqual([]);
    expect(
      before.filter((version) => fetched.has(version)),
      where,
    ).toEqual([]);
    for (const version of ['a-2', 'b-1']) {
      expect(await digestOf(join(disk, 'artifacts', digests[version]?.replace('sha256:', '') ?? ''))).toMatchObject({
        digest: digests[version]?.replace('sha256:', ''),
      });
    }
    expect(existsSync(join(disk, 'state/loading.json')), where).toBe(false);
    expect(readdirSync(join(disk, 'repository')).sort(), where).toEqual(['a-2', 'b-1']);
    const artifacts = readdirSync(join(disk, 'artifacts'));
    expect(
      artifacts.filter((entry) => !/^([0-9a-f]{64}|known\.json)$/.test(entry)),
      where,
    ).toEqual([]);
  } finally {
    agent.close();
    fileSteps.before = () => {};
  }
}

test('an agent that is killed before any step on disk: the next one loads what is verified, fetches nothing twice, and comes to the plan', {
  timeout: 600_000,
}, async () => {
  const whole = await aPod('whole');
  const { stdout } = await run(whole.disk, whole.server.port, -1);
  await whole.server.stop();
  const steps = Number(stdout);
  expect(steps).toBeGreaterThan(80);
  for (let step = 0; step < steps; step++) {
    const pod = await aPod(`step-${step}`);
    const other = await aPod(`other-${step}`);
    try {
      expect(await run(pod.disk, pod.server.port, step)).toMatchObject({ signal: 'SIGKILL' });
      if (existsSync(pod.disk)) cpSync(pod.disk, other.disk, { recursive: true, verbatimSymlinks: true });
      await expectRecovery(pod, `after step ${step}`);
      // Where the whole pod died, the server has lost all.
      await expectRecovery(other, `after step ${step}, with a new server`);
    } finally {
      await Promise.all([pod.server.stop(), other.server.stop()]);
      execFileSync('chmod', ['-R', 'u+w', root]);
      for (const { disk } of [pod, other]) rmSync(disk, { recursive: true, force: true });
    }
  }
});
