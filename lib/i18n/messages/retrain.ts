import { defineMessages } from '../translate';
import { en } from './retrain.en';
import { zhCN } from './retrain.zh-CN';
import { zhTW } from './retrain.zh-TW';

export const retrain = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
