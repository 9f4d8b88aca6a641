export { AgentServer, type AgentServerEvents, type AgentServerSettings, type AgentStream } from './agent-server.ts';
export { dialRouter, streamPaths } from './dial.ts';
export type { KeepAlive } from './keep-alive.ts';
export { lineReader } from './lines.ts';
export { newestOnly } from './newest.ts';
export { namesByDns, namesByFile, type RouterNames } from './router-names.ts';
export { type KnownRouter, RouterStreams, type RouterStreamsSettings } from './router-streams.ts';
export { readStatus, readWord } from './shapes.ts';
