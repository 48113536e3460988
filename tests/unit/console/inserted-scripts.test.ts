import { describe, expect, it } from 'vitest';
import { InsertedScripts } from '@/lib/console';

const TEXT = '真对不起，图片是我们放错的，我来负责。';

describe('a script that stands in a draft', () => {
  it.each<[string, (string | 'sent')[], string[]]>([
    ['stays', [TEXT, `您好，${TEXT}`], []],
    ['stays when its end is written anew', [TEXT, '真对不起，图片是我们放错的，马上给您换。'], []],
    ['stays when its start is written anew', [TEXT, '亲，图片的确是我们放错的，我来负责。'], []],
    ['is taken out when other words take its place', [TEXT, '好的，我看看。'], ['a']],
    ['is taken out once', [TEXT, '好的。', '好的，', '好'], ['a']],
    ['is not taken out when it is sent', [TEXT, '', 'sent', '还有别的吗'], []],
    ['is taken out when the draft is emptied and something else is typed', [TEXT, '', '我看'], ['a']],
    ['comes back with undo', [TEXT, '', TEXT], []],
  ])('%s', (_, drafts, removed) => {
    const inserted = new InsertedScripts();
    inserted.add('a', TEXT);
    const found: string[] = [];
    for (const draft of drafts) {
      if (draft === 'sent') inserted.sent();
      else found.push(...inserted.look(draft));
    }
    expect(found).toEqual(removed);
  });
});
