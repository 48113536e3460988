import { type ModelFile, type Reading, thresholdOf } from '@/lib/classifier';
import { LOOK_MARKS, MarkPainter } from '@/lib/composer';
import type { RunningConsole } from '@/lib/console';
import type { ConsoleFlag } from '@/lib/rpc';
import { type LookMark, type OpenReader, type Reader, SecondLookWatch } from '@/lib/second-look';
import { createLookModel, type LookModel, type LookPorts } from './look-model';

export interface MountSecondLookOptions {
  readonly document: Document;
  readonly console: RunningConsole;
  readonly signal: AbortSignal;
  readonly layer: () => Element | null;
  readonly ports: LookPorts & {
    /** The model of a language; `null` where `have` names the one in use. Fails where there is none. */
    model(reading: Reading, have: string | null): Promise<{ tag: string; model: ModelFile | null }>;
    /** What reads with it, once it came into this frame. */
    reader(): OpenReader | null;
  };
  readonly newId: () => string;
}

/** A second look at the drafts of one console; it does nothing before it is switched on. */
export interface SecondLook {
  readonly model: LookModel;
  setOn(on: boolean): void;
  setKeenness(keenness: keyof ModelFile['thresholds']): void;
  setFine(fine: readonly string[]): void;
  /** Another model may be in use: it is asked for at the next look. */
  forgetModels(): void;
}

interface Opened {
  tag: string;
  reader: Reader;
  file: Pick<ModelFile, 'thresholds' | 'bareBy'>;
}

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

export function mountSecondLook(options: MountSecondLookOptions): SecondLook {
  const { document, console, signal, ports, newId } = options;
  const { runtime } = console;
  const window = document.defaultView!;
  const painter = new MarkPainter({ document, signal, layer: options.layer, style: LOOK_MARKS });
  const model = createLookModel({ console, signal, ports, newId });
  const opened = new Map<Reading, Opened>();
  /** Languages whose model is to be asked for: at first, and after another one was put to use. */
  const stale = new Set<Reading>(['zh', 'en']);
  let fine: ReadonlySet<string> = new Set();
  let keenness: keyof ModelFile['thresholds'] = 'usual';

  const modelOf = async (reading: Reading): Promise<Opened | undefined> => {
    if (!stale.has(reading)) return opened.get(reading);
    const { tag, model: file } = await ports.model(reading, opened.get(reading)?.tag ?? null);
    const open = ports.reader();
    // Reading the weights and opening them are two tasks: each is a few milliseconds.
    await pause(window);
    if (file !== null && open !== null) {
      const { thresholds, bareBy } = file;
      opened.set(reading, { tag, reader: open(file), file: { thresholds, bareBy } });
    }
    if (opened.has(reading)) stale.delete(reading);
    return opened.get(reading);
  };

  const paint = (): void => {
    const { composer } = runtime.state;
    const open = model.card.peek();
    painter.paint(
      composer,
      model.marks.peek().map(({ start, end }) => ({ span: { start, end }, severity: 'low' })),
      open === null ? null : { start: open.mark.start, end: open.mark.end },
    );
  };
  model.card.subscribe(paint);

  const watch = new SecondLookWatch({
    console: runtime,
    window,
    signal,
    isFine: (name) => fine.has(name),
    pause: () => pause(window),
    async read(piece, bare) {
      const at = await modelOf(hasHan(piece) ? 'zh' : 'en').catch(() => undefined);
      return at === undefined ? [] : at.reader.read(piece, thresholdOf(at.file, keenness, bare));
    },
    async innocent(piece, spans, mended) {
      const at = await modelOf(hasHan(piece) ? 'zh' : 'en').catch(() => undefined);
      return at === undefined ? [] : at.reader.innocent(piece, spans, mended);
    },
    // Never from inside a change of the state that the flags belong to.
    onQuiet: (names) => queueMicrotask(() => runtime.quieten(names)),
    onMarks(marks) {
      model.setMarks(marks);
      runtime.setBeside(marks.map((mark) => flagOf(mark, model.language())));
      paint();
    },
  });
  let composing = false;
  runtime.subscribe((state) => {
    if (state.composing && !composing) painter.hold(state.caret ?? { start: 0, end: 0 });
    else if (!state.composing && (composing || !painter.stands())) paint();
    else painter.reflow();
    composing = state.composing;
  }, signal);

  return {
    model,
    setOn: (on) => watch.setOn(on),
    setKeenness(next) {
      keenness = next;
      watch.lookAnew();
    },
    setFine(next) {
      fine = new Set(next);
      watch.lookAnew();
    },
    forgetModels() {
      stale.add('zh').add('en');
      watch.lookAnew();
    },
  };
}

/** As the log of sent messages names it: the model's, and not a rule's. */
const flagOf = (mark: LookMark, language: ConsoleFlag['language']): ConsoleFlag => ({
  rule: 'second-look',
  category: mark.category,
  severity: 'low',
  start: mark.start,
  end: mark.end,
  text: mark.text,
  why: '',
  instead: [],
  language,
  by: 'model',
});

const pause = (window: Window): Promise<void> => new Promise((done) => window.setTimeout(done, 0));
