// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { findLog, matches, readLog, type SiteProfile, type WordLayout } from '@/lib/console';
import { KNOWN_PROFILES } from '@/lib/profiles';

/** A page shaped like one of a console: its elements and names, and nothing of its content. */
interface Shape {
  tag?: string;
  id?: string;
  class?: string;
  more?: Record<string, string>;
  inside?: readonly (Shape | string)[];
}

function make({ tag = 'div', id, class: name, more = {}, inside = [] }: Shape): HTMLElement {
  const element = document.createElement(tag);
  if (id !== undefined) element.id = id;
  if (name !== undefined) element.className = name;
  for (const [key, value] of Object.entries(more)) element.setAttribute(key, value);
  for (const part of inside) element.append(typeof part === 'string' ? part : make(part));
  return element;
}

const BOUGHT = '我前天买的今天就便宜了30';
const SORRY = '抱歉，我帮您看一下';

const chatwootBubble = (side: 'left' | 'right', text: string): Shape => ({
  more: { 'data-message-id': side },
  inside: [{ class: `text-sm ${side}-bubble rounded-xl`, inside: [{ class: 'prose', inside: [text] }] }],
});
const rocketMessage = (own: boolean, text: string): Shape => ({
  more: { 'data-own': String(own), 'data-qa-type': 'message' },
  inside: [
    { tag: 'span', inside: [own ? 'shop' : 'lin'] },
    { more: { 'data-qa-type': 'message-body' }, inside: [text] },
  ],
});
const mattermostPost = (kind: string, text: string): Shape => ({
  class: `post ${kind}`,
  inside: [
    { tag: 'button', class: 'user-popover', inside: ['somebody'] },
    { class: 'post-message__text', inside: [{ tag: 'p', inside: [text] }] },
  ],
});
const elementTile = (own: boolean, text: string): Shape => ({
  tag: 'li',
  class: 'mx_EventTile',
  more: { 'data-self': String(own) },
  inside: [
    { tag: 'a', class: 'mx_MessageTimestamp', inside: ['12:03'] },
    { class: 'mx_EventTile_line', inside: [{ tag: 'span', class: 'mx_EventTile_body', inside: [text] }] },
  ],
});

interface Sample {
  page: readonly Shape[];
  composer: string;
  log: string;
  send?: string;
  /** What is read of the log; `null` where the profile leaves telling who spoke to others. */
  said: readonly { speaker: string; text: string }[] | null;
}

const BOTH = [
  { speaker: 'customer', text: BOUGHT },
  { speaker: 'agent', text: SORRY },
];

const SAMPLES: Readonly<Record<string, Sample>> = {
  chatwoot: {
    page: [
      {
        tag: 'ul',
        class: 'conversation-panel px-4',
        inside: [chatwootBubble('left', BOUGHT), chatwootBubble('right', SORRY)],
      },
      { class: 'reply-box', inside: [{ class: 'ProseMirror', more: { contenteditable: 'true' } }] },
    ],
    composer: 'ProseMirror',
    log: 'conversation-panel',
    said: BOTH,
  },
  'zendesk-agent-workspace': {
    page: [
      {
        class: 'log',
        more: { 'data-test-id': 'omni-log-container' },
        inside: [{ tag: 'article', inside: [BOUGHT] }],
      },
      {
        class: 'editor',
        more: { contenteditable: 'true', 'data-test-id': 'omnicomposer-rich-text-ckeditor' },
      },
    ],
    composer: 'editor',
    log: 'log',
    said: null,
  },
  'rocket-chat': {
    page: [
      {
        tag: 'ul',
        class: 'messages-list',
        inside: [rocketMessage(false, BOUGHT), rocketMessage(true, SORRY)],
      },
      { tag: 'textarea', class: 'input', more: { name: 'msg' } },
    ],
    composer: 'input',
    log: 'messages-list',
    said: BOTH,
  },
  zulip: {
    page: [
      {
        class: 'message-list',
        more: { role: 'list' },
        inside: [{ class: 'message_row', inside: [{ class: 'message_content', inside: [BOUGHT] }] }],
      },
      { tag: 'textarea', id: 'compose-textarea', class: 'new_message_textarea' },
      { tag: 'button', id: 'compose-send-button', class: 'send_message' },
    ],
    composer: 'new_message_textarea',
    log: 'message-list',
    send: 'send_message',
    said: null,
  },
  mattermost: {
    page: [
      {
        id: 'postListContent',
        class: 'post-list__content',
        inside: [
          mattermostPost('post--system', 'joined the channel'),
          mattermostPost('other--root', BOUGHT),
          mattermostPost('current--user', SORRY),
        ],
      },
      { tag: 'textarea', id: 'post_textbox', class: 'custom-textarea' },
      { tag: 'button', class: 'SendMessageButton', more: { 'data-testid': 'SendMessageButton' } },
    ],
    composer: 'custom-textarea',
    log: 'post-list__content',
    send: 'SendMessageButton',
    said: BOTH,
  },
  element: {
    page: [
      {
        tag: 'ol',
        class: 'mx_RoomView_MessageList',
        inside: [elementTile(false, BOUGHT), elementTile(true, SORRY)],
      },
      { class: 'mx_BasicMessageComposer_input', more: { contenteditable: 'true' } },
    ],
    composer: 'mx_BasicMessageComposer_input',
    log: 'mx_RoomView_MessageList',
    said: BOTH,
  },
  converse: {
    page: [
      {
        class: 'chat-content__messages',
        inside: [{ class: 'message chat-msg', inside: [{ class: 'chat-msg__text', inside: [BOUGHT] }] }],
      },
      { tag: 'textarea', class: 'chat-textarea' },
    ],
    composer: 'chat-textarea',
    log: 'chat-content__messages',
    said: null,
  },
};

/** Nothing is laid out here: who spoke must come from the markup. */
const nowhere = { left: 0, top: 0, right: 0, bottom: 0 };
const layout: WordLayout = {
  isBlock: (element) => element.localName !== 'span',
  wordsOf: () => nowhere,
  boxOf: () => nowhere,
  isRightToLeft: () => false,
};

beforeEach(() => document.body.replaceChildren());

describe.each(KNOWN_PROFILES.map((profile): [string, SiteProfile] => [profile.id, profile]))(
  '%s',
  (id, profile) => {
    const sample = SAMPLES[id]!;
    const classOf = (element: Element | null): string => element?.className ?? 'nothing';
    beforeEach(() => document.body.append(...sample.page.map(make)));

    test('knows composer, log and send button', () => {
      const composer = document.querySelector<HTMLElement>(profile.composer!)!;
      expect(classOf(composer)).toContain(sample.composer);
      expect(matches(composer, profile.composer)).toBe(true);
      expect(classOf(findLog(composer, profile))).toContain(sample.log);
      expect(profile.send === undefined).toBe(sample.send === undefined);
      if (sample.send !== undefined)
        expect(classOf(document.querySelector(profile.send ?? 'none'))).toContain(sample.send);
    });

    test.runIf(sample.said !== null)('knows who said what', () => {
      expect(readLog(document.querySelector(profile.log!)!, profile, layout)).toEqual(sample.said);
    });

    test('says where it was read, or that it was not', () => {
      const read = profile.readFrom ?? [];
      for (const file of read) expect(file).toMatch(/^[\w.-]+\/[\w.-]+ [\w./-]+\.\w+$/);
      expect(read.length > 0 || profile.id === 'zendesk-agent-workspace').toBe(true);
    });
  },
);
