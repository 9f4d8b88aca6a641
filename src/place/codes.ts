import type { Code } from '../diagnostics/index.ts';

/** Why a model cannot be placed: one code for each step that may leave no server. */
export const placeCodes = {
  pin: { code: 'STW1301', severity: 'error', title: 'Model is pinned to a server that is not there' },
  capabilities: { code: 'STW1302', severity: 'error', title: 'No server offers what the model requires' },
  copies: { code: 'STW1303', severity: 'error', title: 'No server has as many replicas as the model has copies' },
  memory: { code: 'STW1304', severity: 'error', title: 'Model needs more memory than any server has' },
  gpuMemory: { code: 'STW1305', severity: 'error', title: 'Model needs more GPU memory than any server has' },
  slots: { code: 'STW1306', severity: 'error', title: 'No server has a slot for the model' },
  disk: { code: 'STW1307', severity: 'error', title: 'Model needs more disk than any server has' },
  room: { code: 'STW1308', severity: 'error', title: 'No room is left for the model' },
  moves: { code: 'STW1309', severity: 'error', title: 'Model fits only if more models move than may' },
} as const satisfies Record<string, Code>;
