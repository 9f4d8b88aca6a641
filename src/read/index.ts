export { readCodes } from './codes.ts';
export { type Document, type SourceFile, stdinPath } from './document.ts';
export type { Content, Entry, FileKind, Files, Unreadable } from './files.ts';
export { readStdin } from './files.ts';
export { readDocuments } from './read-documents.ts';
export { type Io, readInputs } from './read-inputs.ts';
export { readRevision } from './revision.ts';
export { Sources } from './sources.ts';
