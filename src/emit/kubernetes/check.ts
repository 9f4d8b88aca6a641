import type { Diagnostics } from '../../diagnostics/index.ts';
import { type Fleet, type Json, type JsonObject, originAt, type Server } from '../../ir/index.ts';
import { containers } from '../../names/index.ts';
import { emitCodes } from '../codes.ts';
import { isMap } from './merge-pod.ts';
import { canonicalQuantity } from './quantity.ts';
import { isAllowedVolume, reservedVolumes, securityFloor } from './security-floor.ts';
import { serverResources } from './server-pod.ts';

/** Reports what of the users' wishes the emitted pods cannot keep. After an error nothing should be written. */
export function checkPods(fleet: Fleet, diagnostics: Diagnostics): void {
  for (const server of fleet.servers) {
    checkFields(server, diagnostics);
    checkVolumes(server, diagnostics);
  }
}

function checkFields(server: Server, diagnostics: Diagnostics): void {
  const report = (pointer: string, now: Json | undefined, why: string, help: string): void =>
    diagnostics.report(emitCodes.podFieldOverridden, {
      message: `\`${pointer.slice(1).replaceAll('/', '.')}\` of server \`${server.name}\` is ${
        now === undefined ? 'left out' : `set to \`${JSON.stringify(now)}\``
      }: ${why}`,
      origin: originAt(server.origin, `/spec/pod${pointer}`),
      help,
    });
  const remove = 'take the field out of the pod';
  securityFloor(server.pod, (pointer, now) =>
    report(pointer, now, 'pods keep to the restricted Pod Security Standard and its additions', remove),
  );
  for (const field of ['serviceAccountName', 'enableServiceLinks']) {
    if (field in server.pod && server.pod[field] !== false) {
      report(`/${field}`, undefined, 'each server has an account of its own that can do nothing', remove);
    }
  }
  for (const { pointer, given, placed, field } of placedAmounts(server)) {
    if (canonicalQuantity(given) !== placed) {
      report(pointer, placed, 'the placement counts on what the server itself says', `say it in \`${field}\``);
    }
  }
}

interface PlacedAmount {
  readonly pointer: string;
  readonly given: string | number;
  readonly placed: string;
  readonly field: string;
}

/** Resources that the user's part of the server container states and that follow from the Server. */
function placedAmounts(server: Server): readonly PlacedAmount[] {
  const placed = serverResources(server);
  const index = listOf(server.pod['containers']).findIndex(
    (container) => isMap(container) && container['name'] === containers.server,
  );
  const container = listOf(server.pod['containers'])[index];
  const given = isMap(container) && isMap(container['resources']) ? container['resources'] : {};
  const owned = [
    ['requests', 'memory', 'spec.memory'],
    ['limits', 'memory', 'spec.memory'],
    ['requests', 'cpu', 'spec.cpu'],
  ] as const;
  return owned.flatMap(([side, name, field]) => {
    const amounts: JsonObject = isMap(given[side]) ? given[side] : {};
    const value = amounts[name];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    return [
      {
        pointer: `/containers/${index}/resources/${side}/${name}`,
        given: value,
        placed: placed[side][name] ?? '',
        field,
      },
    ];
  });
}

function checkVolumes(server: Server, diagnostics: Diagnostics): void {
  for (const [index, volume] of listOf(server.pod['volumes']).entries()) {
    const name = isMap(volume) ? String(volume['name']) : '';
    const origin = originAt(server.origin, `/spec/pod/volumes/${index}`);
    if (!isAllowedVolume(volume)) {
      diagnostics.report(emitCodes.volumeTypeRefused, {
        message: `volume \`${name}\` of server \`${server.name}\` is of a type that reaches the node`,
        origin,
        help: 'use a persistentVolumeClaim, a csi or ephemeral volume, an emptyDir, an image, a configMap or a secret',
      });
    }
    if (isReserved(name)) {
      diagnostics.report(emitCodes.volumeNameReserved, {
        message: `volume \`${name}\` of server \`${server.name}\` has the name of a volume that every server pod has`,
        origin,
        help: `give it another name, such as \`my-${name}\``,
      });
    }
  }
}

function isReserved(name: string): boolean {
  return reservedVolumes.has(name) || name.startsWith('tmp-') || name.startsWith('store-');
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
