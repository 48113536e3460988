/** A pattern out of examples. */
export const en = {
  title: 'From examples',
  open: 'From examples…',
  lead: 'Paste messages that hurt and messages that are fine. Tactful proposes patterns that catch the first and spare the second.',
  bad: 'Messages that hurt',
  good: 'Messages that are fine',
  oneALine: 'One a line. Put [[ ]] around the words that hurt, if you like.',
  goodHint: 'One a line; what looks alike but is harmless helps most.',
  proposals: 'Proposals',
  more: 'Write two or more messages that hurt.',
  nothing:
    'Nothing common was found that spares all the fine ones. Put [[ ]] around the words that hurt, or leave a message out.',
  catches: 'Catches {caught} of {count}',
  saved: { one: 'hits {count} saved message', other: 'hits {count} saved messages' },
  spares: 'spares every fine one',
  misses: 'Not caught',
  use: 'Use this',
  added: 'The rule was made. Say why it hurts, and what to say instead.',
} as const;
