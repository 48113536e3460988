import type { SiteProfile } from '@/lib/console';

/**
 * Consoles whose markup is public: open source, or described by their makers for style sheets and browser tests.
 * None was tried on a live console; each stays untested until somebody confirms it, and nothing depends on them.
 */
export const KNOWN_PROFILES: readonly SiteProfile[] = [
  {
    // github.com/chatwoot/chatwoot, components of the conversation view
    id: 'chatwoot',
    hosts: ['app.chatwoot.com'],
    composer: '.ProseMirror, .reply-box textarea',
    log: '.conversation-panel',
    tested: false,
  },
  {
    // The garden's public test ids: github.com/zendeskgarden, Agent Workspace
    id: 'zendesk-agent-workspace',
    hosts: ['*.zendesk.com'],
    composer: '[data-test-id="omnicomposer-rich-text-ckeditor"]',
    log: '[data-test-id="omni-log-container"]',
    tested: false,
  },
  {
    // github.com/RocketChat/Rocket.Chat, message list of a room
    id: 'rocket-chat',
    hosts: ['open.rocket.chat'],
    composer: 'textarea[name="msg"]',
    log: '.messages-list, ul.messages-list',
    tested: false,
  },
  {
    // github.com/zulip/zulip, web/templates
    id: 'zulip',
    hosts: ['*.zulipchat.com'],
    composer: '#compose-textarea',
    log: '.message-list',
    send: '#compose-send-button',
    tested: false,
  },
  {
    // github.com/mattermost/mattermost, test ids of its own browser tests
    id: 'mattermost',
    hosts: ['*.cloud.mattermost.com'],
    composer: '#post_textbox',
    log: '#postListContent',
    send: '[data-testid="SendMessageButton"]',
    tested: false,
  },
];
