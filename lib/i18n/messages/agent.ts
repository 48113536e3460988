import { defineMessages } from '../translate';
import { en } from './agent.en';
import { zhCN } from './agent.zh-CN';
import { zhTW } from './agent.zh-TW';

export const agent = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
