import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { root } from '../support/root.ts';
import { findServing, isThere } from '../support/tools.ts';

describe.runIf(isThere(findServing()))('npm run demo', () => {
  it('shows right answers, and a change of version that costs no request', async () => {
    const child = spawn(process.execPath, [`${root}scripts/demo.ts`], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => {
      output += piece;
    });
    const [code] = await once(child, 'close');
    expect(output).toMatch(/\n {2}[1-9]\d* requests answered while it changed, 0 failed\n/);
    expect(output.match(/as the library predicts/g)).toHaveLength(6);
    expect(output).toContain('All is as planned.');
    expect(output).toContain('all processes have ended');
    expect(code).toBe(0);
  });
});
