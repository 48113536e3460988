import { defineConfig } from 'wxt';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting'],
    optional_host_permissions: ['*://*/*'],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'tactful@tactful.example',
              strict_min_version: '146.0',
              data_collection_permissions: {
                required: ['none'],
                optional: ['personalCommunications', 'websiteContent', 'technicalAndInteraction'],
              },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
    content_security_policy: {
      extension_pages: "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; connect-src 'self' https:",
    },
  }),
});
