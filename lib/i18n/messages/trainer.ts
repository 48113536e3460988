import { defineMessages } from '../translate';
import { en } from './trainer.en';
import { zhCN } from './trainer.zh-CN';
import { zhTW } from './trainer.zh-TW';

export const trainer = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
