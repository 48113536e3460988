export * from './console-port';
