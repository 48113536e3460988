// @vitest-environment happy-dom
// Before anything that looks for a browser.
import '../fake-extension';

import { afterEach, describe, expect, it, vi } from 'vitest';
import { messageHeadings, messageRow } from '@/components/review';
import { saveMessages } from '@/entrypoints/review/save-messages';
import { csvLines } from '@/lib/exchange';
import { SEGMENT } from '@/lib/review';
import type { Repositories } from '@/lib/store';
import { LOG_TABLES, LogWriter } from '@/lib/store/review/writer';
import { manyRecords } from '../review/many';
import { ENGINES } from '../store/support';
import { recordOf } from './records';

const filled = async (own: Repositories, count: number): Promise<Repositories> => {
  await own.store.write(LOG_TABLES, 'relaxed', async (tx) => {
    const writer = await LogWriter.on(tx);
    for (const record of manyRecords(count)) await writer.add(record);
    await writer.write();
  });
  return own;
};

describe('the table of messages', () => {
  afterEach(() => vi.restoreAllMocks());

  const offered = (): Blob[] => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((it) => {
      blobs.push(it as Blob);
      return 'blob:none';
    });
    return blobs;
  };

  it.each(ENGINES)('holds everything that fits, in pieces, and tells how far it is (%s)', async (_, open) => {
    const own = await filled(open(), 1200);
    const blobs = offered();
    const told: number[] = [];
    const filter = { agents: [manyRecords(1)[0]!.agent] };
    const wanted = await own.desk.count(filter);
    const file = await saveMessages(own.desk, {}, new AbortController().signal, ({ read, total }) => {
      expect(total).toBe(1200);
      told.push(read);
    });
    expect(file).toMatch(/\.csv$/);
    expect(told).toEqual([500, 1000, 1200]);
    const ids = new Set<string>();
    for await (const { records } of own.desk.each({})) for (const { id } of records) ids.add(id);
    expect(ids.size).toBe(1200);
    expect((await blobs[0]!.text()).split('\r\n')).toHaveLength(1 + 1200 + 1);
    await saveMessages(own.desk, filter, new AbortController().signal, () => undefined);
    expect((await blobs[1]!.text()).split('\r\n')).toHaveLength(1 + wanted + 1);
    expect(SEGMENT).toBeGreaterThan(1200);
  });

  it('is not made when it is stopped', async () => {
    const own = await filled(ENGINES[1]![1](), 1200);
    const blobs = offered();
    const stopping = new AbortController();
    const file = await saveMessages(own.desk, {}, stopping.signal, () => stopping.abort());
    expect(file).toBeNull();
    expect(blobs).toEqual([]);
  });

  it('holds no cell that a spreadsheet would run', () => {
    const row = messageRow({ ...recordOf('a'), text: '=HYPERLINK("http://x","y")', agent: '@SUM(1)' });
    expect(row).toHaveLength(messageHeadings().length);
    expect(csvLines([row])).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    expect(csvLines([row])).toContain("'@SUM(1)");
  });
});
