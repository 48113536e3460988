import { Badge, Button, ChipButton, Field, Input, Kbd } from '@/components/ui';
import { review, cards as t } from '@/lib/i18n';
import {
  type CardItem,
  type Cause,
  isAgentsDoing,
  type Proposal,
  type Scorecard,
  type SentRecord,
  scoreOf,
} from '@/lib/review';
import { nameOfItem, wordsOfWhy } from './item-names';

/** What stands on a card before it is kept. */
export interface Entered {
  points: Readonly<Record<string, number | null>>;
  /** Fatal items that were failed. */
  missed: readonly string[];
}

/** What the engine proposes, as a start. A fatal item is failed where the engine found a reason. */
export const enteredFrom = (card: Scorecard, proposals: readonly Proposal[]): Entered => ({
  points: Object.fromEntries(proposals.map((it) => [it.item, it.points])),
  missed: proposals
    .filter(
      (it) =>
        card.items.some((item) => item.id === it.item && item.fatal) &&
        (it.because.flags.length > 0 || it.because.lacked.length > 0),
    )
    .map((it) => it.item),
});

export interface ScoreFormProps {
  card: Scorecard;
  /** What the engine filled in, item by item. */
  proposals: readonly Proposal[];
  entered: Entered;
  /** What is scored, whose words the reasons name: a message, or all of its conversation, oldest first. */
  records: readonly Pick<SentRecord, 'text' | 'flags'>[];
  /** Flagged messages of the conversation; the whole can be scored where there are several. */
  messages: number;
  whole: boolean;
  note: string;
  confirmed: boolean;
  cause: Cause | null;
  onEnter: (entered: Entered) => void;
  onConfirm: (confirmed: boolean) => void;
  onWhole: (whole: boolean) => void;
  onNote: (note: string) => void;
}

/** The score card of a message or a conversation: filled by the engine with its reasons, changed and confirmed by the reviewer. */
export function ScoreForm(props: ScoreFormProps) {
  const { card, proposals, entered, records, confirmed, cause, onEnter, onConfirm } = props;
  const score = scoreOf(card, entered.points, entered.missed);
  const failed = card.items.filter((it) => it.fatal && entered.missed.includes(it.id));
  return (
    <section class="score" aria-label={t('title')}>
      <div class="score-head">
        <h3>{t('title')}</h3>
        <span class="muted small">{t('version', { version: card.version })}</span>
        <b class="score-total tabular" role="status">
          {t('outOf', { score })}
        </b>
      </div>
      {props.messages > 1 && (
        <fieldset class="score-scope chips">
          <legend class="sr-only">{t('scope')}</legend>
          <ChipButton pressed={!props.whole} onClick={() => props.onWhole(false)}>
            {t('scope.message')}
          </ChipButton>
          <ChipButton pressed={props.whole} onClick={() => props.onWhole(true)}>
            {t('scope.conversation', { count: props.messages })}
          </ChipButton>
        </fieldset>
      )}
      <table class="score-table">
        <thead>
          <tr>
            <th scope="col">{t('column.item')}</th>
            <th scope="col">{t('column.why')}</th>
            <th scope="col" class="score-number">
              {t('column.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {card.items.map((item) => {
            const proposal = proposals.find((it) => it.item === item.id);
            return (
              <tr key={item.id}>
                <th scope="row">
                  {nameOfItem(item)} {item.fatal && <Badge tone="high">{t('fatal')}</Badge>}
                </th>
                <td class="muted small">{proposal && wordsOfWhy(proposal, records)}</td>
                <td class="score-number">
                  <ItemBox item={item} proposal={proposal} entered={entered} onEnter={onEnter} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {failed.map((it) => (
        <p key={it.id} class="score-fatal small">
          {t('failed', { item: nameOfItem(it) })}
        </p>
      ))}
      <Field label={t('note')} mark={review('optional')}>
        {(control) => (
          <Input
            {...control}
            value={props.note}
            maxLength={500}
            onInput={(event) => props.onNote(event.currentTarget.value)}
          />
        )}
      </Field>
      {isAgentsDoing(cause) ? (
        <Button small aria-pressed={confirmed} onClick={() => onConfirm(!confirmed)}>
          {t(confirmed ? 'confirmed' : 'confirm')} <Kbd>S</Kbd>
        </Button>
      ) : (
        <p class="muted small">{t('notOnAgent')}</p>
      )}
    </section>
  );
}

interface ItemBoxProps {
  item: CardItem;
  proposal: Proposal | undefined;
  entered: Entered;
  onEnter: (entered: Entered) => void;
}

function ItemBox({ item, proposal, entered, onEnter }: ItemBoxProps) {
  const points = entered.points[item.id] ?? null;
  const missed = entered.missed.includes(item.id);
  const name = nameOfItem(item);
  return (
    <span class="score-box">
      {item.fatal && (
        <label class="score-miss small">
          <input
            type="checkbox"
            checked={missed}
            onChange={() =>
              onEnter({
                ...entered,
                missed: missed ? entered.missed.filter((it) => it !== item.id) : [...entered.missed, item.id],
              })
            }
          />
          <span class="sr-only">{name}</span> {t('missed')}
        </label>
      )}
      {item.weight > 0 && (
        <>
          <Input
            inputMode="numeric"
            aria-label={t('pointsOf', { item: name, most: item.weight })}
            placeholder="–"
            data-changed={proposal !== undefined && proposal.points !== points}
            value={points === null ? '' : String(points)}
            onChange={(event) => {
              const value = pointsIn(event.currentTarget.value, item.weight, points);
              event.currentTarget.value = value === null ? '' : String(value);
              onEnter({ ...entered, points: { ...entered.points, [item.id]: value } });
            }}
          />
          <span class="muted small tabular">/ {item.weight}</span>
        </>
      )}
    </span>
  );
}

/** Points as written; an empty box is an item that does not apply, nonsense leaves what was there. */
function pointsIn(written: string, most: number, before: number | null): number | null {
  if (written.trim() === '') return null;
  const value = Math.round(Number(written));
  return Number.isFinite(value) ? Math.min(most, Math.max(0, value)) : before;
}
