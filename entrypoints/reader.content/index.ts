import { defineContentScript } from 'wxt/utils/define-content-script';
import { layOutReader, openReader } from '@/lib/second-look';

/** Reads drafts with the trained model; the background puts it into a frame together with the weights. */
export default defineContentScript({
  globalName: false,
  registration: 'runtime',
  matches: [],
  main: () => layOutReader(openReader),
});
