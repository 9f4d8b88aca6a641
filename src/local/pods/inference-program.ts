import { isObject, type Json, type JsonObject, type Runtime, type Server } from '../../ir/index.ts';
import { containers, mountPaths, paths } from '../../names/index.ts';

/** Where an inference server lives here, in place of what is fixed in a pod. */
export interface InferencePlace {
  readonly ports: Runtime['ports'];
  readonly repository: string;
  readonly modules: string;
  readonly scratch: string;
}

/** How an inference server is started. */
export interface InferenceProgram {
  readonly command: readonly [program: string, ...args: string[]];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The command and the environment of a server's container, with its ports and folders replaced by those it has here.
 * Undefined: it is the image alone that says what to run.
 */
export function inferenceProgram(
  server: Server,
  runtime: Runtime,
  place: InferencePlace,
): InferenceProgram | undefined {
  const own = ownContainer(server.pod);
  const [program, ...args] = texts(own?.['command']) ?? runtime.command ?? [];
  if (program === undefined) return undefined;
  const replaced = replacer(runtime.ports, place);
  const rest = [...args, ...(texts(own?.['args']) ?? runtime.args ?? [])];
  const env = { HOME: mountPaths.scratch, ...runtime.env, ...variables(own?.['env']) };
  return {
    command: [program, ...rest.map(replaced)],
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, replaced(value)])),
  };
}

/** Programs that the servers of a fleet are started by, sorted. */
export function inferencePrograms(servers: readonly Server[], runtimes: readonly Runtime[]): readonly string[] {
  const programs = servers.map((server) => programOf(server, runtimes)).filter((program) => program !== undefined);
  return [...new Set(programs)].toSorted();
}

/** Names of the servers of which only the image says what to run. */
export function unstartedServers(servers: readonly Server[], runtimes: readonly Runtime[]): readonly string[] {
  return servers.filter((server) => programOf(server, runtimes) === undefined).map(({ name }) => name);
}

function programOf({ runtime, pod }: Server, runtimes: readonly Runtime[]): string | undefined {
  const command = texts(ownContainer(pod)?.['command']) ?? runtimes.find(({ name }) => name === runtime)?.command;
  return command?.[0];
}

/** Each port and folder stands by itself or at the end of an option, never within a word. */
function replacer(ports: Runtime['ports'], place: InferencePlace): (text: string) => string {
  const numbers = new Map([
    [String(ports.http), String(place.ports.http)],
    [String(ports.grpc), String(place.ports.grpc)],
    ...(ports.metrics === undefined ? [] : [[String(ports.metrics), String(place.ports.metrics)] as const]),
  ]);
  const folders = new Map<string, string>([
    [paths.repository, place.repository],
    [paths.modules, place.modules],
    [mountPaths.scratch, place.scratch],
  ]);
  return (text) =>
    text
      .replace(
        /(?<![\w.-])(\/var\/stowage\/(?:repository|python)|\/tmp)(?![\w.-])/g,
        (found) => folders.get(found) ?? found,
      )
      .replace(/(?<![\w./-])\d+(?![\w.])/g, (found) => numbers.get(found) ?? found);
}

/** The user's part of the server's own container. */
function ownContainer(pod: JsonObject): JsonObject | undefined {
  return list(pod['containers']).find((container) => container['name'] === containers.server);
}

/** Variables that are given as they are; what comes from Secrets is not here. */
function variables(env: Json | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list(env).flatMap(({ name, value }) =>
      typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}

function list(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function texts(value: Json | undefined): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}
