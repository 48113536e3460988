import type { TranslationOf } from '../translate';
import type { en } from './common.en';

export const zhCN: TranslationOf<typeof en> = {
  productName: '得体',
  close: '关闭',
  cancel: '取消',
  save: '保存',
  copied: '已复制',
  copyFailed: '浏览器不允许复制。请选中文字，按 {key}。',
  undo: '撤销',
  remove: '移除',
  edit: '修改',
  clear: '清空',
  more: '更多',
  next: '下一个',
  required: '必填',
  optional: '选填',
  on: '开',
  off: '关',
  loading: '正在载入…',
  notifications: '通知',
  interfaceLanguage: '语言',
  followBrowser: '跟随浏览器',
  storeFull: '磁盘空间不够了，眼下的内容存不下来。腾出一些空间就好，之前存的都还在。',
  storeOutdated: '别的标签页已经更新了 Tactful，这一页存不了东西了，刷新一下就好。',
  storeWaiting:
    '有一个旧的 Tactful 页面还占着存储。把其他 Tactful 标签页关掉或刷新一下，在那之前这里先不保存。',
  gotIt: '知道了',
  lossReplaced:
    '存储的文件坏了或被删了，浏览器换了一个空的。{when} 时里面还有 {count} 条待质检的消息，以及您自己的话术本、承诺和常用句。请在「交接」里重新导入客服的文件，话术本也从存过的文件导回来。',
  lossOlder:
    '存储的文件坏了一部分，{when} 时还在的 {count} 条消息不见了，其他的都在。请让客服再交一次文件，已有的会认出来，不会重复。',
  storeUnavailable: '打不开本地存储，新的内容暂时存不下来。内置话术本照常可用。',
};
