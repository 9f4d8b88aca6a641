import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parts } from '../../src/local/index.ts';

/** Stand-ins for the programs of pods: they answer probes and write down what happens to them. */
export interface StandIns {
  readonly parts: Parts;
  readonly stowage: readonly [string, ...string[]];
  /** `<pod> <role> <event>`, in the order in which it happened. */
  events(): readonly string[];
}

const common = `
  import { appendFileSync, existsSync, readFileSync } from 'node:fs';
  import { createServer } from 'node:http';
  import { basename, dirname, join } from 'node:path';
  const note = (pod, role, event) => appendFileSync(process.env.STAND_INS_LOG, [pod, role, event].join(' ') + '\\n');
  const live = (pod, role) => {
    note(pod, role, 'start');
    process.on('SIGTERM', () => { note(pod, role, 'end'); process.exit(0); });
  };
`;

const stowage = `${common}
  const [role, , file] = process.argv.slice(2);
  const place = JSON.parse(readFileSync(file, 'utf8'));
  const plan = () => JSON.parse(readFileSync(join(place.plan, 'plan-0.json'), 'utf8')).head.digest.slice(0, 8);
  live(place.pod, role);
  createServer((request, response) => {
    if (request.url === '/plan') return response.end(plan());
    if (request.url !== '/drain') return response.end('{}');
    note(place.pod, role, 'drain');
    // Longer than a moment, so that what does not wait for it shows.
    setTimeout(() => response.end('{}'), 100);
  }).listen(place.probes.port, place.probes.host);
`;

const envoy = `${common}
  const config = process.argv[process.argv.indexOf('--config-path') + 1];
  const listeners = JSON.parse(readFileSync(config, 'utf8')).static_resources.listeners;
  const at = listeners.find(({ name }) => name === 'live').address.socket_address;
  const pod = dirname(dirname(config));
  live(basename(pod), 'envoy');
  createServer((request, response) => {
    response.statusCode = request.url === '/live' && !existsSync(join(pod, 'repository/up')) ? 503 : 200;
    response.end('{}');
  }).listen(at.port_value, at.address);
`;

const mlserver = `${common}
  live(basename(dirname(process.env.MLSERVER_MODEL_REPOSITORY_ROOT)), 'server');
  appendFileSync(join(process.env.MLSERVER_MODEL_REPOSITORY_ROOT, 'up'), '');
  setInterval(() => {}, 1000);
`;

/** @param folder for the programs and what they write down */
export function standIns(folder: string): StandIns {
  mkdirSync(folder, { recursive: true });
  const log = join(folder, 'events');
  writeFileSync(log, '');
  const script = (name: string, source: string): string => {
    writeFileSync(join(folder, `${name}.mjs`), source);
    const program = join(folder, name);
    const run = `STAND_INS_LOG=${log} exec ${process.execPath} ${join(folder, `${name}.mjs`)} "$@"`;
    writeFileSync(program, `#!/bin/sh\n${run}\n`);
    chmodSync(program, 0o755);
    return program;
  };
  script('mlserver', mlserver);
  return {
    parts: { envoy: script('envoy', envoy), rclone: '/nowhere/rclone', path: [folder, '/usr/bin', '/bin'] },
    stowage: [script('stowage', stowage)],
    events: () => readFileSync(log, 'utf8').trim().split('\n'),
  };
}
