/** The second look: the trained model's mark in the page, its card and its settings. */
export const en = {
  title: 'A second look',
  label: 'How these words might be read',
  mightRead: 'Might be read as: {category}',
  quiet: 'No rule says so; a trained model thinks it possible. It never holds a message.',
  instead: 'You could say',
  none: 'There is nothing ready to say instead.',
  fine: 'No, it’s fine',
  right: 'Right',
  off: 'No second look',
  heard: {
    one: 'A second look: one clause might be read as hurtful. It is listed in the panel.',
    other: 'A second look: {count} clauses might be read as hurtful. They are listed in the panel.',
  },
  'panel.title': 'A second look',
  'panel.go': 'Show “{text}” in the reply',
  'said.fine': 'Fine it is. These words are not marked again.',
  'said.right': 'Thank you. Kept as an example.',
  'said.off': 'No second look from now on.',
  'said.failed': 'That could not be kept.',
  'setting.on': 'A second look at what no rule holds',
  'setting.onHint':
    'A small model in this browser reads each clause once you pause, and puts fine dots under what might hurt. It never holds a message.',
  'setting.keenness': 'How readily it speaks',
  'setting.team': 'How readily the second look speaks, where an agent chose nothing',
  'setting.asTeam': 'As the team says ({name})',
  'setting.quiet': 'Quieter',
  'setting.usual': 'Normal',
  'setting.keen': 'Keener',
  'setting.cost':
    '{name}: on texts it had never seen it found {zh} % of offending Chinese and {en} % of English lines and marked {zhReal} % and {enReal} % of what real agents wrote.',
} as const;
