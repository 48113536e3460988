import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** What a step found. A check counts as one; a test run counts its tests. */
export interface Outcome {
  passed: number;
  failed: number;
  /** One line for the person who reads along. */
  note?: string;
}

export interface Step {
  name: string;
  /** Steps that must have passed; without them this one counts as failed, since it proved nothing. */
  needs?: readonly string[];
  run(): Promise<Outcome>;
}

export interface CommandResult {
  code: number;
  output: string;
}

const LOG_FOLDER = 'output/test';
const BIN_FOLDER = path.resolve('node_modules/.bin');
const TAIL_LINES = 60;

export const PASS: Outcome = { passed: 1, failed: 0 };
export const FAIL: Outcome = { passed: 0, failed: 1 };

/**
 * Runs a program with the project's own tools first on PATH; its whole output goes to output/test/<log>.log.
 * `live` also shows it as it comes, each line behind that name where it is one.
 */
export function command(
  log: string,
  [program, ...args]: readonly [string, ...string[]],
  options: { live?: boolean | string; env?: Record<string, string> } = {},
): Promise<CommandResult> {
  mkdirSync(LOG_FOLDER, { recursive: true });
  const file = createWriteStream(path.join(LOG_FOLDER, `${log}.log`));
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NO_COLOR: '1',
        ...options.env,
        PATH: `${BIN_FOLDER}${path.delimiter}${process.env.PATH}`,
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk;
        file.write(chunk);
        if (options.live === true) process.stdout.write(chunk);
      });
      if (typeof options.live !== 'string') continue;
      const name = options.live;
      createInterface(stream).on('line', (line) => console.log(`${name} │ ${line}`));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      file.end();
      resolve({ code: code ?? 1, output });
    });
  });
}

/** A command that passes by exiting with 0; its last lines are shown only where it does not. */
export async function checkCommand(log: string, line: readonly [string, ...string[]]): Promise<Outcome> {
  const { code, output } = await command(log, line);
  if (code === 0) return PASS;
  console.log(output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n'));
  return { ...FAIL, note: `exit code ${code}, all of it in ${LOG_FOLDER}/${log}.log` };
}

/**
 * Runs the steps in order, those of an inner list side by side; says how each went, and returns the sums. A step that
 * throws has failed.
 */
export async function runSteps(steps: readonly (Step | readonly Step[])[]): Promise<Outcome> {
  const sum = { passed: 0, failed: 0 };
  const broken = new Set<string>();
  const count = steps.flat().length;
  let begun = 0;

  const take = async (step: Step): Promise<void> => {
    const missing = step.needs?.filter((name) => broken.has(name)) ?? [];
    const title = `[${++begun}/${count}] ${step.name}`;
    console.log(`\n${title}`);
    const started = performance.now();
    const outcome = missing.length
      ? { ...FAIL, note: `not run: ${missing.join(', ')} failed` }
      : await attempt(step);
    if (outcome.failed > 0) broken.add(step.name);
    sum.passed += outcome.passed;
    sum.failed += outcome.failed;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const verdict = outcome.failed > 0 ? 'FAILED' : 'ok';
    console.log(`    ${step.name}: ${verdict} in ${seconds} s${outcome.note ? `: ${outcome.note}` : ''}`);
  };

  for (const step of steps) await Promise.all([step].flat().map(take));
  return sum;
}

async function attempt(step: Step): Promise<Outcome> {
  try {
    return await step.run();
  } catch (error) {
    return { ...FAIL, note: error instanceof Error ? error.message : String(error) };
  }
}
