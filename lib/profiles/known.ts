import type { SiteProfile } from '@/lib/console';

/**
 * Consoles whose markup is public. Each says which files of its source the selectors were read from; none was tried on
 * a live console, so each stays untested until somebody confirms it, and nothing depends on them.
 */
export const KNOWN_PROFILES: readonly SiteProfile[] = [
  {
    // Its bubbles say by their side who spoke, which reading without selectors understands too.
    id: 'chatwoot',
    hosts: ['app.chatwoot.com'],
    composer: '.reply-box .ProseMirror, .reply-box textarea',
    log: '.conversation-panel',
    readFrom: [
      'chatwoot/chatwoot app/javascript/dashboard/components/widgets/conversation/ReplyBox.vue',
      'chatwoot/chatwoot app/javascript/dashboard/components/widgets/conversation/MessagesView.vue',
      'chatwoot/chatwoot app/javascript/dashboard/components-next/message/bubbles/Base.vue',
    ],
    tested: false,
  },
  {
    // Not open source: these test ids stand in public scripts of people who extend it, its own files were not read.
    id: 'zendesk-agent-workspace',
    hosts: ['*.zendesk.com'],
    composer: '[data-test-id="omnicomposer-rich-text-ckeditor"]',
    log: '[data-test-id="omni-log-container"]',
    tested: false,
  },
  {
    id: 'rocket-chat',
    hosts: ['open.rocket.chat'],
    composer: 'textarea[name="msg"]',
    log: '.messages-list',
    customer: '[data-own="false"] [data-qa-type="message-body"]',
    agent: '[data-own="true"] [data-qa-type="message-body"]',
    readFrom: [
      'RocketChat/Rocket.Chat apps/meteor/client/views/room/composer/messageBox/MessageBox.tsx',
      'RocketChat/Rocket.Chat apps/meteor/client/views/room/body/RoomBody.tsx',
      'RocketChat/Rocket.Chat apps/meteor/client/components/message/variants/RoomMessage.tsx',
      'RocketChat/Rocket.Chat apps/meteor/client/components/message/MessageContentBody.tsx',
    ],
    tested: false,
  },
  {
    // Nothing in a message says whose it is: who spoke is left to be taught.
    id: 'zulip',
    hosts: ['*.zulipchat.com'],
    composer: '#compose-textarea',
    log: '.message-list',
    send: '#compose-send-button',
    readFrom: ['zulip/zulip web/templates/compose.hbs', 'zulip/zulip web/templates/message_list.hbs'],
    tested: false,
  },
  {
    id: 'mattermost',
    hosts: ['*.cloud.mattermost.com'],
    composer: '#post_textbox',
    log: '#postListContent',
    customer: '.post:not(.current--user):not(.post--system) .post-message__text',
    agent: '.post.current--user:not(.post--system) .post-message__text',
    send: '[data-testid="SendMessageButton"]',
    readFrom: [
      'mattermost/mattermost webapp/channels/src/components/post_view/post_list_virtualized/post_list_virtualized.tsx',
      'mattermost/mattermost webapp/channels/src/components/advanced_text_editor/send_button/send_button.tsx',
    ],
    tested: false,
  },
  {
    id: 'element',
    hosts: ['app.element.io'],
    composer: '.mx_BasicMessageComposer_input, .mx_WysiwygComposer_Editor_content',
    log: '.mx_RoomView_MessageList',
    customer: '.mx_EventTile[data-self="false"] .mx_EventTile_body',
    agent: '.mx_EventTile[data-self="true"] .mx_EventTile_body',
    readFrom: ['element-hq/element-web src/components/views/rooms/EventTile.tsx'],
    tested: false,
  },
  {
    id: 'converse',
    hosts: ['conversejs.org'],
    composer: 'textarea.chat-textarea',
    log: '.chat-content__messages',
    readFrom: [
      'conversejs/converse.js src/plugins/chatview/templates/message-form.js',
      'conversejs/converse.js src/shared/chat/chat-content.js',
    ],
    tested: false,
  },
];
