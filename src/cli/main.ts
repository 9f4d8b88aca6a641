#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { resolveOwnModules } from './own-modules.ts';
import { processIo } from './process-io.ts';

enableCompileCache();
resolveOwnModules();
// Loaded after the cache is on, so that it speeds up all that follows.
const { run } = await import('./program.ts');
process.exitCode = await run(process.argv.slice(2), processIo());
