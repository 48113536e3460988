import type { TestProject } from 'vitest/node';
import { startPageServer } from '../pages/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Port of the page server on loopback. */
    pagePort: number;
  }
}

/** Starts the page server once for all files. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPageServer();
  project.provide('pagePort', server.port);
  return server.stop;
}
