/** How far a mark can be dismissed, nearest first, each with the message that offers it. */
export const DISMISS_SCOPES = [
  ['here', 'card.notHere'],
  ['phrase', 'card.allowPhrase'],
  ['rule', 'card.ruleOff'],
  ['site', 'card.siteOff'],
] as const;
