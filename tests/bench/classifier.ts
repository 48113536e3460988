import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Classifier, type Example, type ModelFile, type Reading, teach } from '../../lib/classifier';
import { micros } from './engine-timing';

const SENTENCES: Record<Reading, readonly string[]> = {
  zh: [
    '亲，您反馈的杯子漏水我看到了，照片很清楚。',
    '新的今晚寄出，运费我们承担，旧的您不用寄回来！',
    '说明书上写得不够明白，是我们的疏忽，给您添麻烦了；',
    '您看是换同款，还是原路退款，都可以的。',
  ],
  en: [
    'Thanks for the photo, I can see the crack on the lid. ',
    "We'll send a new one tonight, and you can keep the old one; ",
    'the leaflet is not clear on that, so this is on us! ',
    'Would you rather have a swap or your money back? ',
  ],
};

const textOf = (reading: Reading, length: number): string => {
  let text = '';
  for (let at = 0; text.length < length; at++) text += SENTENCES[reading][at % SENTENCES[reading].length];
  return text.slice(0, length);
};

/** Reading a draft with the shipped weights, decoding them, and what they weigh. */
export async function run(emit: (line: object) => void): Promise<void> {
  for (const reading of ['zh', 'en'] as const) {
    const source = readFileSync(`phrasebooks/model/${reading}.json`, 'utf8');
    const file = JSON.parse(source) as ModelFile;
    const model = new Classifier(file);
    for (const [characters, aim] of [
      [100, 25],
      [2000, 500],
    ] as const) {
      const text = textOf(reading, characters);
      emit({ what: 'read', reading, characters, us: await micros(() => model.read(text)), aim });
    }
    emit({ what: 'open', reading, us: await micros(() => new Classifier(file), 3) });
    emit({
      what: 'weights',
      reading,
      kilobytes: Math.round(source.length / 1024),
      gzipKilobytes: Math.round(gzipSync(source, { level: 9 }).length / 1024),
      aim: 150,
    });
  }
  const shipped = JSON.parse(readFileSync('phrasebooks/model/zh.json', 'utf8')) as ModelFile;
  const examples = 10_000;
  const sentences = SENTENCES.zh;
  /** Sentences that differ in their digits and order, half of them called offending. */
  const textAt = (at: number): string =>
    `${sentences[at % sentences.length]}${at % 97}号，${textOf('zh', 12 + (at % 20))}`;
  const own = Array.from({ length: examples / 2 }, (_, at): Example => {
    const text = textAt(at * 2);
    return { text, spans: [{ start: 0, end: text.length, category: 'blame' }] };
  });
  const innocent = Array.from({ length: examples / 2 }, (_, at) => textAt(at * 2 + 1));
  const from = performance.now();
  const before = process.cpuUsage();
  teach(shipped, { own, innocent });
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - from) / 1000;
  emit({ what: 'teach', examples, seconds, processorSeconds: (user + system) / 1e6, aim: 10 });
}
