import { defineMessages } from '../translate';
import { en } from './chats.en';
import { zhCN } from './chats.zh-CN';
import { zhTW } from './chats.zh-TW';

export const chats = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
