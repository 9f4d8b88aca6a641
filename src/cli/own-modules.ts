import { registerHooks } from 'node:module';

/** Where all modules of the built package lie. */
const root = new URL('../', import.meta.url).href;

/**
 * Finds the modules of the built package without asking the file system. A path between two of them names the file as
 * it is, and all are ES modules; Node would look for links and for the nearest `package.json` at each of several
 * hundred imports, which is a fifth of the time of a small compile.
 */
export function resolveOwnModules(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const { parentURL } = context;
      if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !parentURL?.startsWith(root)) {
        return next(specifier, context);
      }
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
    },
  });
}
