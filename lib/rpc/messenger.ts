import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Channel, Envelope, Request } from './channels';

type Protocol = { [C in Channel]: (request: Request<C>) => Envelope<C> };

/** The one messenger; nothing outside this folder sees it, so that no message goes past the checks. */
export const messenger = /* @__PURE__ */ defineExtensionMessaging<Protocol>();
