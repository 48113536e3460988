/** What card, badge and send guard say beyond the words they share with the panel. */
export const en = {
  'badge.open': 'Show why, and what to say instead',
  'card.words': '“{text}”',
  'card.more': '{at} of {count}',
  'guard.reasonShort': 'Write at least four characters.',
  'guard.again': 'Press send once more and it goes out.',
  'news.closed': 'Tactful was updated. Reload this page to go on with it.',
} as const;
