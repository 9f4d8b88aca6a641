import { byCodeUnit } from '../../diagnostics/index.ts';
import type { Runtime } from '../../ir/index.ts';
import { defined } from '../defined.ts';
import { runtimeDefaults as absent } from './defaults.ts';
import type { RuntimeDocument } from './runtime.gen.ts';
import { nodeOrigin, type Subject, sortedItems } from './subject.ts';

export function runtimePart(spec: RuntimeDocument['spec'], subject: Subject): Runtime {
  const { amounts } = subject;
  const formats = sortedItems(
    spec.formats,
    '/spec/formats',
    (a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(String(a.version ?? ''), String(b.version ?? '')),
  );
  return {
    name: subject.name,
    origin: nodeOrigin(subject, formats.fields),
    formats: formats.items.map(({ name, version, priority = 0 }) =>
      defined({ name, version: version === undefined ? undefined : String(version), priority }),
    ),
    image: spec.image ?? '',
    ...defined({ command: spec.command, args: spec.args }),
    env: spec.env ?? {},
    ports: { ...absent.ports, ...spec.ports },
    repositoryApi: spec.repositoryApi ?? absent.repositoryApi,
    layout: spec.layout ?? absent.layout,
    workers: spec.workers ?? ownWorkers(spec) ?? absent.workers,
    baseMemory:
      spec.baseMemory === undefined
        ? absent.baseMemory
        : amounts.mebibytes('/spec/baseMemory', spec.baseMemory, 'up', true),
    loadTimeout:
      spec.loadTimeout === undefined ? absent.loadTimeout : amounts.seconds('/spec/loadTimeout', spec.loadTimeout),
    canRename: spec.canRename ?? absent.canRename,
    returnsMemory: spec.returnsMemory ?? absent.returnsMemory,
    livePath: spec.livePath ?? absent.livePath,
  };
}

/** What MLServer's own variable says; with 0 the server itself holds the one copy. */
function ownWorkers({ layout, env = {} }: RuntimeDocument['spec']): number | undefined {
  const text = layout === 'mlserver' ? env['MLSERVER_PARALLEL_WORKERS'] : undefined;
  return text !== undefined && /^[0-9]{1,3}$/.test(text) ? Math.max(1, Number(text)) : undefined;
}
