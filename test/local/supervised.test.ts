import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Guard } from '../../src/local/processes/guard.ts';
import { type Program, Supervised } from '../../src/local/processes/supervised.ts';
import { isRunning } from '../support/processes.ts';
import { root } from '../support/root.ts';
import { until } from '../support/until.ts';

const noGuard = { started: () => {}, ended: () => {} };

describe('a supervised program', () => {
  it('is started again at once when it is killed, and what it had started is gone', async () => {
    const { program, log } = aProgram(
      `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
       console.log(process.pid, child.pid); setInterval(() => {}, 1000);`,
    );
    const ends: string[] = [];
    const supervised = supervise(program, ends);
    const [first, grandchild] = await pidsIn(log, 1);
    supervised.kill('SIGKILL');
    const [second] = await pidsIn(log, 2);
    expect(ends).toEqual(['signal SIGKILL']);
    expect(second).not.toBe(first);
    await until(() => !isRunning(first) && !isRunning(grandchild));
    expect(supervised.pid).toBe(second);
  });

  it('pauses longer with each fault', async () => {
    const { program } = aProgram('process.exit(3)');
    const times: number[] = [];
    const supervised = new Supervised(program, noGuard, () => times.push(performance.now()));
    onTestFinished(() => supervised.stop(0));
    supervised.start();
    await until(() => times.length === 3);
    const [first = 0, second = 0, third = 0] = times;
    expect(second - first).toBeLessThan(1_000);
    expect(third - second).toBeGreaterThanOrEqual(1_000);
  });

  it('says what kept it from starting', async () => {
    const { program } = aProgram('');
    const ends: string[] = [];
    supervise({ ...program, command: ['/nowhere/envoy'] }, ends);
    await until(() => ends.length > 0);
    expect(ends[0]).toContain('ENOENT');
    supervise({ ...program, log: '/nowhere/log' }, ends);
    await until(() => ends.some((why) => why.includes('/nowhere/log')));
  });

  it('is asked to end, and killed only when it does not', async () => {
    const kind = aProgram(`process.on('SIGTERM', () => { console.log('bye'); process.exit(0); });
       console.log(process.pid); setInterval(() => {}, 1000);`);
    const stubborn = aProgram(
      `process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000);`,
    );
    const ends: string[] = [];
    const both = [kind, stubborn].map(({ program }) => supervise(program, ends));
    await pidsIn(kind.log, 1);
    const [pid] = await pidsIn(stubborn.log, 1);
    await Promise.all([both[0]?.stop(10_000), both[1]?.stop(200)]);
    expect(readFileSync(kind.log, 'utf8')).toContain('bye');
    expect(isRunning(pid)).toBe(false);
    expect(ends).toEqual([]);
    expect(both.map((each) => each.pid)).toEqual([undefined, undefined]);
  });
});

describe('the guard', () => {
  it('ends what is left, with all that it started, when the program that it guards is killed', async () => {
    const folder = aFolder();
    const log = join(folder, 'log');
    const run = join(folder, 'run');
    mkdirSync(run);
    const guarded = spawn(process.execPath, ['--input-type=module', '-e', guardedProgram(run, log)], {
      stdio: 'ignore',
    });
    onTestFinished(() => end(guarded));
    const [pid, grandchild] = await pidsIn(log, 1);
    expect(isRunning(pid) && isRunning(grandchild)).toBe(true);
    guarded.kill('SIGKILL');
    await until(() => !isRunning(pid) && !isRunning(grandchild) && !existsSync(run));
  });

  it('removes the folder and ends itself when it is closed', async () => {
    const folder = aFolder();
    const guard = new Guard(folder);
    await guard.close();
    expect(existsSync(folder)).toBe(false);
  });
});

/** A program that supervises another one under a guard. */
function guardedProgram(run: string, log: string): string {
  const program = `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    console.log(process.pid, child.pid); setInterval(() => {}, 1000);`;
  return `
    import { Guard } from ${JSON.stringify(`${root}src/local/processes/guard.ts`)};
    import { Supervised } from ${JSON.stringify(`${root}src/local/processes/supervised.ts`)};
    const guard = new Guard(${JSON.stringify(run)});
    new Supervised({ role: 'server', command: [process.execPath, '-e', ${JSON.stringify(program)}], env: process.env,
      folder: ${JSON.stringify(root)}, log: ${JSON.stringify(log)} }, guard, () => {}).start();
    setInterval(() => {}, 1000);`;
}

function supervise(program: Program, ends: string[]): Supervised {
  const supervised = new Supervised(program, noGuard, (why) => ends.push(why));
  onTestFinished(() => supervised.stop(0));
  supervised.start();
  return supervised;
}

function aProgram(source: string): { program: Program; log: string } {
  const folder = aFolder();
  const log = join(folder, 'log');
  return { log, program: { role: 'server', command: [process.execPath, '-e', source], env: process.env, folder, log } };
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Process ids on the nth line that was written. */
async function pidsIn(log: string, line: number): Promise<readonly number[]> {
  const lines = () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []);
  await until(() => (lines()[line - 1] ?? '') !== '');
  return (lines()[line - 1] ?? '').split(' ').map(Number);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
