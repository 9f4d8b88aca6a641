export { lockCodes } from './codes.ts';
export { type LockDifference, lockDifference, type NamedDifference } from './difference.ts';
export { reportFrozen } from './frozen.ts';
export { type LockSource, readLock } from './read.ts';
export { writeLock } from './write.ts';
