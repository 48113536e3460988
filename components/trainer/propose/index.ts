export type { MakeProposals, WeighedProposal } from './propose-dialog';
export { ProposeRule, type ProposeRuleProps } from './propose-rule';
