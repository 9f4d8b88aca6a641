import type { Diagnostics } from '../diagnostics/index.ts';
import { type Fleet, type ImmutableFields, type Lock, originAt, type Server } from '../ir/index.ts';
import { immutableFields } from '../names/index.ts';
import { planCodes } from './codes.ts';

/** Reports each server whose StatefulSet, as the lock knows it, would have to change where Kubernetes refuses it. */
export function checkImmutable(fleet: Fleet, lock: Lock | undefined, diagnostics: Diagnostics): void {
  const locked = new Map(lock?.servers.map((server) => [server.name, server.immutable]));
  for (const server of fleet.servers) {
    const before = locked.get(server.name);
    const change = before && changeOf(server, before, immutableFields(server));
    if (change === undefined) continue;
    diagnostics.report(planCodes.immutable, {
      message: `Server \`${server.name}\` ${change.message}, which its StatefulSet cannot take: Kubernetes refuses to change it`,
      origin: originAt(server.origin, change.pointer),
      help: `Give the server another name: its models then move to a new StatefulSet. Or set it back. Or delete the old one with \`kubectl delete statefulset ${server.name} --cascade=orphan\` just before this is applied, and take the line of Server \`${server.name}\` out of the lock; volumes that are there keep their size.`,
    });
  }
}

interface Change {
  readonly pointer: string;
  readonly message: string;
}

function changeOf(server: Server, before: ImmutableFields, after: ImmutableFields): Change | undefined {
  if (before.cache?.storageClass !== after.cache?.storageClass) {
    return {
      pointer: '/spec/cache/storageClass',
      message: `changes its cache from ${volumeOf(before)} to ${volumeOf(after)}`,
    };
  }
  if (before.cache?.size !== after.cache?.size) {
    return {
      pointer: '/spec/cache/size',
      message: `changes the size of its cache volume from ${before.cache?.size} to ${server.cache.size} MiB`,
    };
  }
  if (before.serviceName !== after.serviceName || before.podManagementPolicy !== after.podManagementPolicy) {
    return {
      pointer: '/metadata/name',
      message: `was made with the Service \`${before.serviceName}\` and pod management \`${before.podManagementPolicy}\` and would now have \`${after.serviceName}\` and \`${after.podManagementPolicy}\``,
    };
  }
  return undefined;
}

function volumeOf({ cache }: ImmutableFields): string {
  return cache === undefined ? 'an emptyDir' : `a volume of storage class \`${cache.storageClass}\``;
}
