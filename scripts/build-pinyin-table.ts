/**
 * Writes lib/search/pinyin-table.generated.ts: how Chinese characters are read, without tones, for search.
 *
 * Source: pinyin-pro (MIT, see NOTICE). Its own data weighs 145 KB gzip and would be parsed whenever the background
 * wakes up; search needs the common reading of the 6,763 characters of GB 2312 and the words in which a character is
 * read otherwise. Those words are a list by hand and every pair of characters in the phrasebooks that the library reads
 * otherwise in its sentence. The result is committed; run it again with `npx tsx scripts/build-pinyin-table.ts` after
 * an update of pinyin-pro or larger changes of the books.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pinyin } from 'pinyin-pro';
import { fold, foldedText } from '../lib/text';

/** Words whose characters are often read in another way than alone; the library says how. */
const WORDS = `
重新 重复 重发 重拍 重做 重寄 重试 重启 双重 重装 重购 重开 重下 重选 重量 体重 严重 重要 尊重 超重 重物 净重 毛重 承重 称重
银行 行业 同行 行情 行李 行家 排行 自行 执行 进行 不行 行程 运行 可行 发行 行不行 旅行 流行 行动 步行 平行 分行 商行 招行 工行 建行 农行
长度 长短 长期 延长 长款 长袖 长裤 加长 时长 长久 成长 长大 长高 店长 家长 部长 长胖 身长 衣长 裤长 裙长 袖长 增长 校长 长时间 长裙 长途 太长 生长 长辈 组长
便宜 方便 随便 顺便 不便 退还 归还 还款 还钱 还有 还是 还没 得到 觉得 值得 记得 获得 显得 舍不得 为了 因为 认为 为什么 成为 作为
差价 差评 相差 出差 差不多 误差 温差 色差 很差 差别 差距 发货 头发 理发 发型 假发 调换 调整 空调 调货 调试 协调 强调 调料 数量 数据 数码 数一数 少数
单号 简单 降价 降低 投降 参数 参加 人参 传真 自传 大夫 首都 分量 成分 部分 干净 饼干 干货 能干 更换 更好 变更 供货 提供 好评 爱好 号码 会员 会计
假货 放假 间隔 房间 教程 教师 尽快 尽量 尽管 音乐 快乐 测量 质量 量尺寸 效率 率先 没收 没有 模具 模型 漂亮 漂白 店铺 铺货 颜色 色差 弹性 弹簧 系统 联系 系带 关系
相机 相关 照相 高兴 兴趣 应该 响应 应用 反应 下载 载重 涨价 穿着 着急 着凉 折扣 打折 种类 种植 中奖 中间 转账 转单 转动 钻石 作业 处理 到处 好处 藏品 冲洗 倒闭 倒出
的确 目的 缝隙 缝纫 补给 供给 给您 横竖 结账 结实 结果 解决 使劲 干劲 禁止 卷纸 试卷 圈套 角色 角落 校对 学校 络腮 网络 蒙蔽 泡沫 喷雾 翘起 散热 散开 刹车 上当 说明 游说 食品 石头 似的 相似
宿舍 提供 吐槽 鲜艳 血压 咽喉 要求 重要 选择 占用 占卜 正常 正月 挣扎 症状 大厦 扇子 扁舟 否则 恐吓 和面 暖和 角度 背包 后背 奔跑 投奔 泊车 湖泊 剥皮 薄膜 单薄 薄弱 曾经 乘坐 大乘 尺码 尺寸 臭味 处罚 创伤 创建 答应 回答 打包 一打 大小 大概 担心 扁担 当然 上当 当铺 得分 都是 都会 恶心 可恶 发票 丰富 服务 一服 更新 骨头 骨朵 观看 道观 冠军 皇冠 柜台 还价 汗水 可汗 好的 喜好 喝水 喝彩 核对 果核 红色 女红 哄抢 起哄 化妆 划算 计划 划痕 晃动 晃眼 混合 混蛋 几个 茶几 济南 经济 夹子 夹克 假如 价格 监控 太监 见面 将来 降温 教育 节约 节骨眼 结婚 借口 尽头 经过 颈部 据说 拮据 觉悟 睡觉 卡住 卡片 看管 看见 可以 可汗 空白 空间 空运 括号 落下 落枕 丢三落四 勒索 累计 劳累 累赘 擂台 力量 量杯 淋湿 淋病 令人 笼罩 灯笼 露出 露水 率领 绿色 抹布 涂抹 埋怨 埋单 脉搏 猫咪 闷热 郁闷 秘密 摸索 磨损 石磨 难受 灾难 宁静 宁可 拧紧 弄错 弄堂 排行 炮制 炮弹 屏幕 屏住 迫切 铺垫 奇怪 奇数 呛人 强大 勉强 亲家 亲爱 曲线 歌曲 任务 姓任 撒谎 撒种 塞住 边塞 散文 丧失 色子 煞白 扇动 稍微 少爷 蛇形 舍得 什么 甚至 省钱 反省 盛开 盛饭 识别 标识 拾起 数字 说服 伺候 熟悉 思考 送给 缩水 踏实 踏步 台湾 天台 挑选 挑战 帖子 请帖 通过 同意 透明 吐血 拖欠 瓦片 为难 委屈 委员 吓人 鲜花 纤维 纤夫 相片 巷子 削皮 剥削 校准 兴旺 血液 流血 旋转 旋风 哑光 咽下 殷红 饮料 应付 佣金 佣人 晕车 头晕 熨斗 载体 记载 脏话 心脏 择菜 扎实 扎针 包扎 炸鸡 爆炸 粘贴 粘性 涨水 涨红 着想 着落 折断 折腾 正品 只有 一只 中意 种子 轴承 压轴 爪子 转身 幢楼 琢磨 仔细 综合 钻孔 作坊 做工 几时 商店长 会员卡 单价 保价 报价 特价 原价 议价 补差价 价保
`
  .split(/\s+/)
  .filter(Boolean);

const plainReading = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
const ofChar = (char: string): string => plainReading(char)[0] ?? '';
const isHan = (char: string): boolean => /^\p{Script=Han}$/u.test(char);

/** Characters of GB 2312, which are all of modern Simplified Chinese that people write. */
function characters(): string[] {
  const decoder = new TextDecoder('gbk');
  const found: string[] = [];
  for (let lead = 0xb0; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && isHan(char) && foldedText(fold(char)) === char) found.push(char);
    }
  }
  return found;
}

const readings = new Map<string, string>();
for (const char of characters()) {
  const reading = ofChar(char);
  if (/^[a-z]+$/.test(reading)) readings.set(char, reading);
}

/** Alone the library reads it as in 了解; in a chat it is almost always the particle. */
readings.set('了', 'le');

/** Words of the shop that the library's dictionary does not have. */
const BY_HAND: Readonly<Record<string, string>> = {
  重拍: "chong'pai",
  重发: "chong'fa",
  重寄: "chong'ji",
  重做: "chong'zuo",
  重下: "chong'xia",
  重购: "chong'gou",
  重选: "chong'xuan",
  重装: "chong'zhuang",
  重开: "chong'kai",
  重补: "chong'bu",
  重付: "chong'fu",
  重签: "chong'qian",
  店长: "dian'zhang",
  长高: "zhang'gao",
  长胖: "zhang'pang",
  招行: "zhao'hang",
  分行: "fen'hang",
  调货: "diao'huo",
  调包: "diao'bao",
  了解: "liao'jie",
  没收: "mo'shou",
};

const exceptions = new Map<string, string[]>(
  Object.entries(BY_HAND).map(([word, read]) => [word, read.split("'")]),
);
/** Keeps a word that is read otherwise than its characters one by one. */
function keepIfOther(word: string): void {
  const read = plainReading(word);
  if (read.length !== word.length || exceptions.has(word)) return;
  if ([...word].some((char, at) => readings.get(char) !== undefined && readings.get(char) !== read[at]))
    exceptions.set(word, read);
}
for (const word of WORDS) keepIfOther(word);

function* booksText(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
    const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    yield* foldedText(fold(text)).match(/\p{Script=Han}{2,}/gu) ?? [];
  }
}
for (const folder of ['phrasebooks/zh-Hans/scripts', 'phrasebooks/zh-Hant/scripts']) {
  for (const run of booksText(folder)) {
    const read = plainReading(run);
    if (read.length !== run.length) continue;
    for (let at = 0; at < run.length; at++) {
      if (run[at] === '了' || (readings.get(run[at]!) ?? read[at]) === read[at]) continue;
      for (const pair of [run.slice(at, at + 2), run.slice(Math.max(0, at - 1), at + 1)]) {
        if (pair.length === 2 && plainReading(pair)[pair[0] === run[at] ? 0 : 1] === read[at]) {
          keepIfOther(pair);
          break;
        }
      }
    }
  }
}

const bySyllable = new Map<string, string[]>();
for (const [char, reading] of readings) bySyllable.set(reading, [...(bySyllable.get(reading) ?? []), char]);
const packed = [...bySyllable]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([syllable, chars]) => syllable + chars.join(''))
  .join(' ');
const words = [...exceptions]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, read]) => word + read.join("'"))
  .join(' ');
writeFileSync(
  'lib/search/pinyin-table.generated.ts',
  [
    '// Generated by scripts/build-pinyin-table.ts from pinyin-pro (MIT, see NOTICE). Do not edit.',
    `/** ${readings.size} characters by their common reading without tone. */`,
    `export const READINGS =\n  '${packed}';`,
    `/** ${exceptions.size} words in which a character is read otherwise. */`,
    `export const WORD_READINGS =\n  "${words}";`,
    '',
  ].join('\n'),
);
console.log(`${readings.size} characters, ${bySyllable.size} syllables, ${exceptions.size} words`);
