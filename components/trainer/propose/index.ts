export type { LabelledSet, MakeProposals, WeighedProposal } from './propose-dialog';
export { ProposeRule, type ProposeRuleProps } from './propose-rule';
