export { readCodes } from './codes.ts';
export { type Document, type SourceFile, stdinPath } from './document.ts';
export { readDocuments } from './read-documents.ts';
export { Sources } from './sources.ts';
