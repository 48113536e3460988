import { useEffect, useState } from 'preact/hooks';
import { Banner, Button, Switch } from '@/components/ui';
import { languageName, item as t } from '@/lib/i18n';

type Chinese = 'zh-Hans' | 'zh-Hant';

/** Writes a Chinese text in the other script. */
export type ConvertScript = (text: string, to: Chinese) => Promise<string>;

export interface OtherScriptProps {
  text: string;
  from: Chinese;
  convert: ConvertScript;
  copy: (text: string) => void;
}

/** A first draft for the book in the other script; it goes nowhere before somebody says they have read it. */
export function OtherScript({ text, from, convert, copy }: OtherScriptProps) {
  const to: Chinese = from === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans';
  const [draft, setDraft] = useState<string | null>(null);
  const [read, setRead] = useState(false);
  // What was converted is of another text now.
  useEffect(() => {
    if (text === '') return;
    setDraft(null);
    setRead(false);
  }, [text]);
  return (
    <section aria-label={t('convert', { language: languageName(to) })}>
      {draft === null ? (
        <Button small onClick={() => void convert(text, to).then(setDraft)}>
          {t('convert', { language: languageName(to) })}
        </Button>
      ) : (
        <>
          <h3>{t('convert', { language: languageName(to) })}</h3>
          <p class="other-draft" lang={to}>
            {draft}
          </p>
          <Banner tone="warning">{t('converted')}</Banner>
          <div class="example-add">
            <Switch checked={read} onToggle={setRead}>
              {t('readIt')}
            </Switch>
            <Button small disabled={!read} onClick={() => copy(draft)}>
              {t('copy')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
