import Module, { createRequire, registerHooks } from 'node:module';

/*
 * Gives dependency-cruiser the TypeScript of this folder. The project compiles with TypeScript 7, whose compiler
 * cannot be called from JavaScript; dependency-cruiser needs one that can, to read .ts and .tsx.
 */
const here = createRequire(import.meta.url);
// With a newer one it reads no source at all, and finds nothing wrong with that.
const { version } = here('typescript/package.json');
if (!version.startsWith('5.'))
  throw new Error(
    `The layer check found TypeScript ${version} and needs the 5 of scripts/layers: run npm ci.`,
  );
const wanted = (specifier, from) =>
  /^typescript(\/|$)/.test(specifier) && from?.includes('/node_modules/dependency-cruiser/');

registerHooks({
  resolve(specifier, context, next) {
    return next(
      specifier,
      wanted(specifier, context.parentURL) ? { ...context, parentURL: import.meta.url } : context,
    );
  },
});

// Hooks do not see require.resolve(), which dependency-cruiser asks first.
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (specifier, parent, ...rest) {
  return wanted(specifier, parent?.filename)
    ? here.resolve(specifier)
    : resolveFilename.call(this, specifier, parent, ...rest);
};
