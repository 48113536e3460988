import Module, { createRequire, registerHooks } from 'node:module';

/*
 * Gives dependency-cruiser the TypeScript of this folder. The project compiles with TypeScript 7, whose compiler
 * cannot be called from JavaScript; dependency-cruiser needs one that can, to read .ts and .tsx.
 */
const here = createRequire(import.meta.url);
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
