import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedModel } from '../../../src/ir/index.ts';
import { Agent } from '../../../src/runtime/agent/agent.ts';
import { VerifiedArtifacts } from '../../../src/runtime/agent/artifacts/index.ts';
import { Notes } from '../../../src/runtime/agent/notes.ts';
import { driverOf } from '../../../src/runtime/agent/servers/index.ts';
import { Sidecar, type SidecarFiles } from '../../../src/runtime/agent/sidecar.ts';
import { writeAtomically } from '../../../src/runtime/files.ts';
import { planned } from './decide/views.ts';
import { quickPace, StandInRouters, settings } from './stand-ins.ts';

/** An agent whose every step on disk is a real one: artifacts, repository, notes, and files of an Envoy that takes all. */
export interface AgentOnDisk {
  readonly agent: Agent;
  /** States by physical name. */
  readonly states: () => Readonly<Record<string, string>>;
}

/** What lies in the store: a folder a version, whose one file `<physical>.txt` tells which it is. */
export const versions = ['a-1', 'b-1', 'c-1', 'a-2'] as const;

/** Bytes of a model: the cache has room for three. */
export const modelBytes = 900_000;
const cache = 3;

export function agentOnDisk(disk: string, store: string, port: number): AgentOnDisk {
  const { runtime, ...others } = settings({ stores: [{ name: 'here', uri: `file://${store}` }], cache });
  const all = { ...others, runtime: { ...runtime, ports: { http: port, grpc: 1 } } };
  const dynamic = join(disk, 'dynamic');
  mkdirSync(dynamic, { recursive: true });
  const files: SidecarFiles = {
    read: (file) => (existsSync(join(dynamic, file)) ? readFileSync(join(dynamic, file)) : undefined),
    write: (file, text) => writeAtomically(join(dynamic, file), text),
    apply: async ({ file }, text) => {
      writeAtomically(join(dynamic, file), text);
      return 'accepted';
    },
  };
  const server = { host: '127.0.0.1', port };
  const routers = new StandInRouters();
  const agent: Agent = new Agent({
    settings: all,
    place: { pod: 'cpu-0', ordinal: 0, address: { host: '127.0.0.1', port: 1 } },
    instance: String(Math.random()),
    server: driverOf(all.runtime, join(disk, 'repository')),
    artifacts: new VerifiedArtifacts(all, { artifacts: join(disk, 'artifacts'), local: true }),
    doors: new Sidecar(files, join(disk, 'admin.sock'), { http: server, grpc: server }, 1),
    notes: new Notes(join(disk, 'state'), () => {}),
    routers,
    log: () => {},
    pace: quickPace,
    random: () => 0.5,
    ready: { was: false, remember: () => {} },
  });
  routers.changed = () => agent.changed();
  return {
    agent,
    states: () => Object.fromEntries(agent.status?.copies.map(({ physical, state }) => [physical, state]) ?? []),
  };
}

/**
 * The current versions, each of a model of its own; `a` is pinned, the others are what the store holds.
 *
 * @param digests by physical name, as specs write them
 */
export function planOf(
  store: string,
  digests: Readonly<Record<string, string>>,
  physicals: readonly string[],
): readonly PlannedModel[] {
  return physicals.map((physical) => {
    const name = physical.slice(0, 1);
    const digest = name === 'a' ? digests[physical] : undefined;
    const artifact = { uri: `file://${store}`, version: physical, store: 'here', format: 'sklearn' };
    const current = { physical, artifact: { ...artifact, ...(digest && { digest }) }, memory: 100, peak: 100 };
    return planned(name, { current });
  });
}
