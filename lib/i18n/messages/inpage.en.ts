/** What card, badge and send guard say beyond the words they share with the panel. */
export const en = {
  'badge.open': 'Show why, and what to say instead',
  'card.words': '“{text}”',
  'card.more': '{at} of {count}',
  'guard.pick': 'Pick why it has to go out like this',
  'guard.inPanel': 'Write a reason in the panel',
  'guard.pickFirst': 'Pick a reason first, or write one in the panel.',
  'guard.panelShut': 'Click Tactful in the browser’s toolbar, then “Open the panel”: there you can write it.',
  'reason.quote': 'It quotes somebody else’s words',
  'reason.agreed': 'My supervisor has agreed to it',
  'reason.wanted': 'Law or platform want these words',
  'reason.mistake': 'It was flagged by mistake',
  'guard.again': 'Press send once more and it goes out.',
  'news.closed': 'Tactful was updated. Reload this page to go on with it.',
} as const;
