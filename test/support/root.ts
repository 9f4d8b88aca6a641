import { fileURLToPath } from 'node:url';

/** The root of the repository, ending with a slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
