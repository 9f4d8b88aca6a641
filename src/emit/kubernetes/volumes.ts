import { mountPaths, scratchVolume, volumes } from '../../names/index.ts';
import { mebibytes } from './quantity.ts';
import type { Volume, VolumeMount } from './types.ts';

/** Read by the pod's group alone. */
const secretMode = 0o440;
const plainMode = 0o444;

export function emptyVolume(name: string, size: number): Volume {
  return { name, emptyDir: { sizeLimit: mebibytes(size) } };
}

export function scratch(container: string, size: number): Volume {
  return emptyVolume(scratchVolume(container), size);
}

export function scratchMount(container: string): VolumeMount {
  return { name: scratchVolume(container), mountPath: mountPaths.scratch };
}

/** What is read at start, as one folder. */
export function configVolume(configMaps: readonly [string, ...string[]]): Volume {
  const [first, ...others] = configMaps;
  if (others.length === 0) return { name: volumes.config, configMap: { name: first, defaultMode: plainMode } };
  return {
    name: volumes.config,
    projected: { defaultMode: plainMode, sources: configMaps.map((name) => ({ configMap: { name } })) },
  };
}

/**
 * All shards of a plan as one folder. Each is optional: a shard that is not applied yet does not keep the pod from
 * starting, and readers act on complete sets alone.
 */
export function planVolume(configMaps: readonly string[]): Volume {
  return {
    name: volumes.plan,
    projected: {
      defaultMode: plainMode,
      sources: configMaps.map((name) => ({ configMap: { name, optional: true } })),
    },
  };
}

/** @param optional whether the pod starts without it, too */
export function secretVolume(name: string, secretName: string, optional = false): Volume {
  return { name, secret: { secretName, defaultMode: secretMode, ...(optional && { optional: true }) } };
}

export function internalTlsMounts(secret: string | undefined): readonly VolumeMount[] {
  return secret === undefined ? [] : [{ name: volumes.internalTls, mountPath: mountPaths.internalTls, readOnly: true }];
}
